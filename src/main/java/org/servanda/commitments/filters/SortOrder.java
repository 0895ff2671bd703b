package org.servanda.commitments.filters;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The order of a list; ties are always broken by the code, so that every order is total. */
public record SortOrder(Key key, boolean descending) {

    /** What a list can be sorted by; the constants are the words of the parameter. */
    public enum Key {
        code("c.sortKey"),
        updated("c.updatedAt"),
        due("c.due"),
        reportDue("c.reportDue");

        private final String path;

        Key(String path) {
            this.path = path;
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
        return key == Key.code ? key.path + direction : key.path + direction + ", c.sortKey" + direction;
    }

    /** The condition that holds for everything behind the place {@code :at}, {@code :atKey}. */
    public String afterPosition() {
        String beyond = descending ? " < " : " > ";
        return key == Key.code
                ? "c.sortKey" + beyond + ":atKey"
                : "(" + key.path + ", c.sortKey)" + beyond + "(:at, :atKey)";
    }

    public String word() {
        return (descending ? "-" : "") + key;
    }
}
