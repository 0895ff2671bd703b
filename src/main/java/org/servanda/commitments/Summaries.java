package org.servanda.commitments;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.SummaryView.SummaryCell;

/** Counts commitments, from the kept counts where these answer and over the table where they do not. */
@ApplicationScoped
class Summaries {

    private final Standings standings;
    private final CommitmentPages pages;
    private final Tallies tallies;

    Summaries(Standings standings, CommitmentPages pages, Tallies tallies) {
        this.standings = standings;
        this.pages = pages;
        this.tallies = tallies;
    }

    SummaryView count(CommitmentFilter filter, List<Dimension> by) {
        List<Cell> cells = tallies.cells(filter, by).orElseGet(() -> standings.cells(filter, by));
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
}
