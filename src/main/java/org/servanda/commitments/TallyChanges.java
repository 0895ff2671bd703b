package org.servanda.commitments;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a set of writes does to the kept counts. Pure: gathers, then hands over. */
class TallyChanges {

    private static final Comparator<Tally.Key> ORDER = Comparator.comparing(Tally.Key::dimension)
            .thenComparing(Tally.Key::value)
            .thenComparing(Tally.Key::otherDimension)
            .thenComparing(Tally.Key::otherValue);

    private final Map<Tally.Key, Long> changes = new TreeMap<>(ORDER);

    void added(State state) {
        change(state.facets(), 1);
    }

    void removed(State state) {
        change(state.facets(), -1);
    }

    /**
     * Every pair of values of different dimensions once, in the order of dimensions; and each value with itself, which
     * is its own count.
     */
    private void change(Set<Facet> facets, long by) {
        List<Facet> sorted = facets.stream().sorted().toList();
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i; j < sorted.size(); j++) {
                if (i != j && sorted.get(i).dimension() == sorted.get(j).dimension()) continue;
                changes.merge(new Tally.Key(sorted.get(i), sorted.get(j)), by, Long::sum);
            }
        }
    }

    Map<Tally.Key, Long> changes() {
        changes.values().removeIf(change -> change == 0);
        return changes;
    }
}
