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

    Summaries(Standings standings, CommitmentPages pages, Tallies tallies) {
        this.standings = standings;
        this.pages = pages;
        this.tallies = tallies;
    }

    SummaryView count(CommitmentFilter filter, List<Dimension> by) {
        List<Cell> cells = cells(filter, by);
        return new SummaryView(
                by,
                pages.count(filter),
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
