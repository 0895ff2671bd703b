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

/** What a set of writes does to the kept counts. Pure: gathers, then hands over. */
public class FacetCountChanges {

    private final Map<FacetCount.Key, Long> changes = new HashMap<>();

    /** From here on a commitment is known to stand so. */
    public void added(Collection<BitemporalState> stretches) {
        stretches.forEach(stretch -> change(stretch, 1));
    }

    /** From here on it is known not to. */
    public void removed(Collection<BitemporalState> stretches) {
        stretches.forEach(stretch -> change(stretch, -1));
    }

    private void change(BitemporalState stretch, long by) {
        Set<Facet> facets = Facets.of(stretch.state());
        change(facets, by, stretch.from());
        if (!stretch.to().equals(EndOfTime.FOREVER)) change(facets, -by, stretch.to());
    }

    /**
     * Every pair of values of different dimensions once, in the order of dimensions; and each value with itself, which
     * is its own count.
     */
    private void change(Set<Facet> facets, long by, LocalDate day) {
        List<Facet> sorted = facets.stream().sorted().toList();
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i; j < sorted.size(); j++) {
                if (i != j && sorted.get(i).dimension() == sorted.get(j).dimension()) continue;
                Facet one = sorted.get(i);
                Facet other = sorted.get(j);
                changes.merge(new FacetCount.Key(one, other), by, Long::sum);
                if (!dated(one.dimension())) continue;
                changes.merge(new FacetCount.Key(one, other, Period.month, day.withDayOfMonth(1)), by, Long::sum);
                changes.merge(new FacetCount.Key(one, other, Period.day, day), by, Long::sum);
            }
        }
    }

    /** Whether counts by a dimension are kept for days past: an instrument has so few commitments that these are read. */
    static boolean dated(Dimension dimension) {
        return dimension != Dimension.instrument;
    }

    public Map<FacetCount.Key, Long> changes() {
        changes.values().removeIf(change -> change == 0);
        return changes;
    }
}
