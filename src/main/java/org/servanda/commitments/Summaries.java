package org.servanda.commitments;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.SummaryView.SummaryCell;
import org.servanda.instruments.Contents;
import org.servanda.ledger.Coordinates;

/** Counts commitments, from the kept counts where these answer and over the table where they do not. */
@ApplicationScoped
class Summaries implements Contents {

    private final Standings standings;
    private final CommitmentPages pages;
    private final Tallies tallies;
    private final Links links;

    Summaries(Standings standings, CommitmentPages pages, Tallies tallies, Links links) {
        this.links = links;
        this.standings = standings;
        this.pages = pages;
        this.tallies = tallies;
    }

    SummaryView count(CommitmentFilter filter, List<Dimension> by, CountBy countBy) {
        List<Cell> cells = cells(filter, by);
        long denominator = pages.count(filter);
        if (countBy == CountBy.promise) {
            Promises promises = links.promises(filter.at());
            Map<List<Facet>, List<String>> sharing = standings.sharing(filter, by);
            cells = cells.stream()
                    .map(cell -> cell.without(promises.repeated(sharing.getOrDefault(cell.facets(), List.of()))))
                    .toList();
            denominator -=
                    promises.repeated(standings.sharing(filter, List.of()).getOrDefault(List.<Facet>of(), List.of()));
        }
        return new SummaryView(
                by,
                countBy,
                denominator,
                cells.stream()
                        .sorted()
                        .map(cell -> SummaryCell.of(cell, filter))
                        .toList(),
                filter.at().asOf(),
                filter.at().knownAt(),
                filter.at().revision());
    }

    private List<Cell> cells(CommitmentFilter filter, List<Dimension> by) {
        return tallies.cells(filter, by).orElseGet(() -> standings.cells(filter, by));
    }

    @Override
    public long commitments(String instrument, Coordinates at) {
        return pages.count(CommitmentFilter.all(at).with(Dimension.instrument, instrument));
    }

    @Override
    public Map<String, Long> commitments(Coordinates at) {
        return cells(CommitmentFilter.all(at), List.of(Dimension.instrument)).stream()
                .collect(Collectors.toMap(cell -> cell.facets().get(0).value(), Cell::count));
    }
}
