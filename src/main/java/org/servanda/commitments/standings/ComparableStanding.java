package org.servanda.commitments.standings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A row of the projection as text, for a comparison of stored and replayed rows.
 *
 * @param from first day of its valid time
 * @param recordedFrom sequence of the ledger entry since which it is known
 * @param columns values by the name of the column
 */
record ComparableStanding(LocalDate from, long recordedFrom, Map<String, String> columns)
        implements Comparable<ComparableStanding> {

    private static final Comparator<ComparableStanding> ORDER =
            Comparator.comparing(ComparableStanding::from).thenComparing(ComparableStanding::recordedFrom);

    /** Longest value in a line, in UTF-16 units: the column is named, and the whole value is in the ledger. */
    private static final int LONGEST = 200;

    @Override
    public int compareTo(ComparableStanding other) {
        return ORDER.compare(this, other);
    }

    /** The differences between stored and replayed rows, one line each. */
    static List<String> differences(List<ComparableStanding> stored, List<ComparableStanding> replayed) {
        Map<ComparableStanding, ComparableStanding> unmatched = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        for (ComparableStanding row : stored) if (unmatched.put(row, row) != null) lines.add(row + " is stored twice");
        for (ComparableStanding row : replayed) {
            ComparableStanding match = unmatched.remove(row);
            if (match == null) lines.add(row + " is not stored");
            else row.columns.forEach((name, value) -> row.compare(match, name, value, lines));
        }
        unmatched.values().forEach(row -> lines.add(row + " is stored, but does not follow from the ledger"));
        return lines;
    }

    private void compare(ComparableStanding stored, String name, String value, List<String> lines) {
        String storedValue = stored.columns.get(name);
        if (Objects.equals(storedValue, value)) return;
        // Two long texts are shown from shortly before their first difference.
        int start = storedValue == null || value == null
                ? 0
                : Math.max(0, firstDifference(storedValue, value) - LONGEST / 4);
        lines.add(
                this + ": " + name + " is stored as " + cut(storedValue, start) + ", replayed as " + cut(value, start));
    }

    private static int firstDifference(String stored, String replayed) {
        int index = 0;
        while (index < stored.length() && index < replayed.length() && stored.charAt(index) == replayed.charAt(index))
            index++;
        return index;
    }

    private static String cut(String text, int from) {
        if (text == null) return "nothing";
        if (text.length() <= LONGEST) return text;
        int start = characterStart(text, from);
        int end = characterStart(text, Math.min(text.length(), from + LONGEST));
        return (start == 0 ? "" : "…") + text.substring(start, end) + (end == text.length() ? "" : "…");
    }

    /** An index that does not lie within a surrogate pair. */
    private static int characterStart(String text, int index) {
        boolean withinPair = index > 0
                && index < text.length()
                && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
        return withinPair ? index - 1 : index;
    }

    @Override
    public String toString() {
        return "from " + from + ", known from entry " + recordedFrom;
    }
}
