package org.servanda.commitments;

import java.util.List;
import java.util.Optional;

import org.servanda.web.Choice;

/**
 * What commitments are filtered and counted by. The constants are the names of the parameters and of the fields in a
 * count. Each knows how a query reads it: a column of {@link Standing}, rows of {@link KeptFacet}, or an expression over the day.
 */
enum Dimension {
    instrument("c.instrument"),
    area(true),
    primaryArea("c.area"),
    owner(true),
    party(true),
    status("c.status", Status.class),
    kind("c.kind", Kind.class),
    obligation("c.obligation", Obligation.class),
    schedule(Derived.SCHEDULE, Schedule.class),
    freshness(Derived.FRESHNESS, Freshness.class),
    assurance("c.assurance", Assurance.class);

    private final String path;
    private final boolean many;
    private final Class<? extends Enum<?>> words;

    Dimension(String path) {
        this(path, false, null);
    }

    Dimension(boolean many) {
        this(null, many, null);
    }

    Dimension(String path, Class<? extends Enum<?>> words) {
        this(path, false, words);
    }

    Dimension(String path, boolean many, Class<? extends Enum<?>> words) {
        this.path = path;
        this.many = many;
        this.words = words;
    }

    /** The closed list of its values; empty when they are codes of the register. */
    Optional<List<String>> words() {
        return Optional.ofNullable(words).map(Choice::words);
    }

    /** Whether a commitment has several values, so that counts by it add up to more than the whole. */
    boolean many() {
        return many;
    }

    /** Whether it depends on the day it is read, so that no count of it can be kept. */
    boolean derived() {
        return this == schedule || this == freshness;
    }

    /** What a count groups by: its column, or the value of a row joined by {@link #rows}. */
    String column() {
        return many ? alias() + ".key.value" : path;
    }

    /** Joins the rows that hold its values. */
    String rows() {
        return "KeptFacet " + alias() + " on " + belonging(alias());
    }

    private String alias() {
        return "of_" + name();
    }

    private String belonging(String alias) {
        return alias + ".key.details = c.details.id and " + alias + ".key.dimension = " + Dimension.class.getName()
                + "." + name();
    }

    /** The condition that {@code column} is the value, or one of the values, bound to {@code :name()}. */
    String matches(String column, int values) {
        // One statement for every single value; Hibernate would translate a list anew on each request.
        return column + (values == 1 ? " = :" + name() : " in (:" + name() + ")");
    }

    /** The condition that it has one of so many values. */
    String condition(int values) {
        if (!many) return matches(path, values);
        String row = name() + "_";
        return "exists (select 1 from KeptFacet " + row + " where " + belonging(row) + " and "
                + matches(row + ".key.value", values) + ")";
    }

    /** The value, or the values, as a query compares them. */
    Object bind(List<String> values) {
        List<?> typed = typed(values);
        return typed.size() == 1 ? typed.get(0) : typed;
    }

    private List<?> typed(List<String> values) {
        if (words == null || derived()) return values;
        return values.stream()
                .map(value -> List.of(words.getEnumConstants())
                        .get(Choice.words(words).indexOf(value)))
                .toList();
    }
}
