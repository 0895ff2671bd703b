package org.servanda.commitments.counts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.servanda.commitments.EndOfTime;
import org.servanda.commitments.counts.FacetCount.Period;
import org.servanda.commitments.filters.Dimension;
import org.servanda.commitments.filters.Facet;
import org.servanda.commitments.filters.Facets;
import org.servanda.commitments.timeline.BitemporalState;

/** The changes of the precomputed counts by a set of writes. Pure: {@link FacetCountWriter} writes them. */
public class FacetCountChanges {

    private final Map<FacetCount.Key, Long> changes = new HashMap<>();

    /** Counts states that are known from now on. */
    public void added(Collection<BitemporalState> states) {
        states.forEach(state -> change(state, 1));
    }

    /** No longer counts states that are not known any more. */
    public void removed(Collection<BitemporalState> states) {
        states.forEach(state -> change(state, -1));
    }

    private void change(BitemporalState state, long by) {
        Set<Facet> facets = Facets.of(state.state());
        change(facets, by, state.from());
        if (!state.to().equals(EndOfTime.FOREVER)) change(facets, -by, state.to());
    }

    /**
     * Changes every pair of values of different dimensions, in the order of {@link Dimension}; and each value with itself,
     * which is the count of that value.
     */
    private void change(Set<Facet> facets, long by, LocalDate day) {
        List<Facet> sorted = facets.stream().sorted().toList();
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i; j < sorted.size(); j++) {
                Facet first = sorted.get(i);
                Facet second = sorted.get(j);
                if (i != j && first.dimension() == second.dimension()) continue;
                changes.merge(new FacetCount.Key(first, second), by, Long::sum);
                if (!dated(first.dimension())) continue;
                changes.merge(new FacetCount.Key(first, second, Period.month, day.withDayOfMonth(1)), by, Long::sum);
                changes.merge(new FacetCount.Key(first, second, Period.day, day), by, Long::sum);
            }
        }
    }

    /** Whether counts by a dimension are kept for days past: an instrument has so few commitments that these are read. */
    static boolean dated(Dimension dimension) {
        return dimension != Dimension.instrument;
    }

    /** What each count changes by; counts that do not change are left out. */
    public Map<FacetCount.Key, Long> changes() {
        changes.values().removeIf(change -> change == 0);
        return changes;
    }
}
