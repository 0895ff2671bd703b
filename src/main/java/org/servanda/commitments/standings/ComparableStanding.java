package org.servanda.commitments.standings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A row of the table of standings as people compare it.
 *
 * @param known the entry that brought it
 * @param columns what it says, by name
 */
record ComparableStanding(LocalDate from, long known, Map<String, String> columns)
        implements Comparable<ComparableStanding> {

    private static final Comparator<ComparableStanding> ORDER =
            Comparator.comparing(ComparableStanding::from).thenComparing(ComparableStanding::known);

    /** Longer texts are cut: what differs is named, and the whole is in the ledger. */
    private static final int LONGEST = 200;

    @Override
    public int compareTo(ComparableStanding other) {
        return ORDER.compare(this, other);
    }

    /** What is different between what is stored and what a replay gives, a line each. */
    static List<String> differences(List<ComparableStanding> stored, List<ComparableStanding> replayed) {
        Map<ComparableStanding, ComparableStanding> left = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        for (ComparableStanding row : stored) if (left.put(row, row) != null) lines.add(row + " is stored twice");
        for (ComparableStanding row : replayed) {
            ComparableStanding its = left.remove(row);
            if (its == null) lines.add(row + " is not stored");
            else row.columns.forEach((name, value) -> row.compare(its, name, value, lines));
        }
        left.values().forEach(row -> lines.add(row + " is stored, but does not follow from the ledger"));
        return lines;
    }

    private void compare(ComparableStanding stored, String name, String value, List<String> lines) {
        String other = stored.columns.get(name);
        if (Objects.equals(other, value)) return;
        // Two long texts are shown from where they part.
        int at = other == null || value == null ? 0 : Math.max(0, parting(other, value) - LONGEST / 4);
        lines.add(this + ": " + name + " is stored as " + cut(other, at) + ", replayed as " + cut(value, at));
    }

    private static int parting(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) at++;
        return at;
    }

    private static String cut(String text, int from) {
        if (text == null) return "nothing";
        if (text.length() <= LONGEST) return text;
        int start = whole(text, from);
        int end = whole(text, Math.min(text.length(), from + LONGEST));
        return (start == 0 ? "" : "…") + text.substring(start, end) + (end == text.length() ? "" : "…");
    }

    /** Not through the middle of a character of two units. */
    private static int whole(String text, int at) {
        boolean within =
                at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        return within ? at - 1 : at;
    }

    @Override
    public String toString() {
        return "from " + from + ", known from entry " + known;
    }
}
