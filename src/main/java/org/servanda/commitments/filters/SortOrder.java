package org.servanda.commitments.filters;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sort order of a list. Ties are always broken by the sort key of the commitment, so that every order is total. */
public record SortOrder(Key key, boolean descending) {

    /** The sort keys of a list; the constants are the words of the parameter. */
    public enum Key {
        code("sortKey"),
        updated("updatedAt"),
        due("due"),
        reportDue("reportDue");

        private final String column;

        Key(String property) {
            column = StandingQuery.column(property);
        }
    }

    public static final SortOrder DEFAULT = new SortOrder(Key.code, false);

    public static final List<String> ALLOWED = Arrays.stream(Key.values())
            .flatMap(key -> Stream.of(key.name(), "-" + key.name()))
            .toList();

    public static Optional<SortOrder> of(String word) {
        if (!ALLOWED.contains(word)) return Optional.empty();
        boolean descending = word.startsWith("-");
        return Optional.of(new SortOrder(Key.valueOf(descending ? word.substring(1) : word), descending));
    }

    public String orderBy() {
        String direction = descending ? " desc" : "";
        return key == Key.code
                ? Key.code.column + direction
                : key.column + direction + ", " + Key.code.column + direction;
    }

    /** The HQL condition for what comes after the sort value {@code :at} and the sort key {@code :atKey}. */
    public String afterPosition() {
        String beyond = descending ? " < " : " > ";
        return key == Key.code
                ? Key.code.column + beyond + ":atKey"
                : "(" + key.column + ", " + Key.code.column + ")" + beyond + "(:at, :atKey)";
    }

    public String word() {
        return (descending ? "-" : "") + key;
    }
}
