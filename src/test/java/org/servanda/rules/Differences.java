package org.servanda.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What was compared with what the page says, and where the register says otherwise. */
final class Differences {

    private static final int EXAMPLES = 4;

    private final Map<String, List<String>> found = new TreeMap<>();
    private long compared;

    /**
     * Compares one value.
     *
     * @param what the field, by which differences are told together
     */
    void compare(String what, Object expected, Object actual, Supplier<String> where) {
        compared++;
        if (Objects.equals(expected, actual)) return;
        add(what, where.get() + ": the page says " + expected + ", the register " + actual);
    }

    void add(String what, String told) {
        found.computeIfAbsent(what, key -> new ArrayList<>()).add(told);
    }

    long compared() {
        return compared;
    }

    boolean none() {
        return found.isEmpty();
    }

    /** How many there are of each kind, with a few of them. */
    String told() {
        StringBuilder told = new StringBuilder();
        found.forEach((what, all) -> {
            told.append("\n").append(all.size()).append(" x ").append(what);
            all.stream().limit(EXAMPLES).forEach(one -> told.append("\n    ").append(one));
        });
        return told.toString();
    }
}
