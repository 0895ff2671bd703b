package org.servanda.commitments.summary;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.CountBy;
import org.servanda.commitments.counts.CombinationCount;
import org.servanda.commitments.counts.FacetCounts;
import org.servanda.commitments.filters.CommitmentFilter;
import org.servanda.commitments.filters.Dimension;
import org.servanda.commitments.filters.Facet;
import org.servanda.commitments.links.Links;
import org.servanda.commitments.links.SamePromiseGroups;
import org.servanda.commitments.search.CommitmentQueries;
import org.servanda.commitments.standings.Standings;
import org.servanda.commitments.summary.SummaryView.SummaryCell;
import org.servanda.instruments.CommitmentCounts;
import org.servanda.ledger.ReadPoint;

/** Counts commitments: from the precomputed counts where they have the answer, else over the table of standings. */
@ApplicationScoped
public class Summaries implements CommitmentCounts {

    private final Standings standings;
    private final CommitmentQueries pages;
    private final FacetCounts facetCounts;
    private final Links links;

    Summaries(Standings standings, CommitmentQueries pages, FacetCounts facetCounts, Links links) {
        this.links = links;
        this.standings = standings;
        this.pages = pages;
        this.facetCounts = facetCounts;
    }

    public SummaryView count(CommitmentFilter filter, List<Dimension> by, CountBy countBy) {
        List<CombinationCount> combinations = combinations(filter, by);
        long denominator = pages.count(filter);
        if (countBy == CountBy.promise) {
            SamePromiseGroups samePromiseGroups = links.samePromiseGroups(filter.at());
            Map<List<Facet>, List<String>> sharing = standings.codesSharingPromise(filter, by);
            combinations = combinations.stream()
                    .map(combination -> combination.minus(
                            samePromiseGroups.duplicates(sharing.getOrDefault(combination.facets(), List.of()))))
                    .toList();
            denominator -= samePromiseGroups.duplicates(
                    standings.codesSharingPromise(filter, List.of()).getOrDefault(List.<Facet>of(), List.of()));
        }
        return new SummaryView(
                by,
                countBy,
                denominator,
                combinations.stream()
                        .sorted()
                        .map(combination -> SummaryCell.of(combination, filter))
                        .toList(),
                filter.at().asOf(),
                filter.at().knownAt(),
                filter.at().revision());
    }

    private List<CombinationCount> combinations(CommitmentFilter filter, List<Dimension> by) {
        return facetCounts.combinations(filter, by).orElseGet(() -> standings.combinations(filter, by));
    }

    @Override
    public long commitments(String instrument, ReadPoint at) {
        return pages.count(CommitmentFilter.all(at).with(Dimension.instrument, instrument));
    }

    @Override
    public Map<String, Long> commitments(ReadPoint at) {
        return combinations(CommitmentFilter.all(at), List.of(Dimension.instrument)).stream()
                .collect(Collectors.toMap(
                        combination -> combination.facets().get(0).value(), CombinationCount::count));
    }
}
