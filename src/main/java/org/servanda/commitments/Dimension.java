package org.servanda.commitments;

import java.util.List;
import java.util.Optional;

import org.servanda.web.Choice;

/**
 * What commitments are filtered and counted by. The constants are the names of the parameters and of the fields in a
 * count. Each knows how a query reads it: a column, a collection, or an expression over today's date.
 */
enum Dimension {
    instrument("c.instrument"),
    area("c.areas", true),
    primaryArea("c.area"),
    owner("c.owners", true),
    party("c.parties", true),
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

    Dimension(String path, boolean many) {
        this(path, many, null);
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

    String path() {
        return path;
    }

    /** The condition that {@code path} is the value, or one of the values, bound to {@code :name()}. */
    String matches(String path, int values) {
        // One statement for every single value; Hibernate would translate a list anew on each request.
        return path + (values == 1 ? " = :" + name() : " in (:" + name() + ")");
    }

    /** The condition that it has one of so many values. */
    String condition(int values) {
        return many
                ? "exists (select 1 from " + path + " " + name() + "_ where " + matches(name() + "_", values) + ")"
                : matches(path, values);
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
