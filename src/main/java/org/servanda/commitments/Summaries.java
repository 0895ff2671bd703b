package org.servanda.commitments;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.SummaryView.SummaryCell;
import org.servanda.ledger.Register;
import org.servanda.ledger.Registers;

/** Counts commitments, from the kept counts where these answer and over the table where they do not. */
@ApplicationScoped
class Summaries {

    private final Commitments commitments;
    private final CommitmentPages pages;
    private final Tallies tallies;
    private final Registers registers;

    Summaries(Commitments commitments, CommitmentPages pages, Tallies tallies, Registers registers) {
        this.commitments = commitments;
        this.pages = pages;
        this.tallies = tallies;
        this.registers = registers;
    }

    SummaryView count(CommitmentFilter filter, List<Dimension> by) {
        Register register = registers.current();
        List<Cell> cells = tallies.cells(filter, by).orElseGet(() -> commitments.cells(filter, by));
        return new SummaryView(
                by,
                pages.count(filter),
                cells.stream()
                        .sorted()
                        .map(cell -> SummaryCell.of(cell, filter))
                        .toList(),
                filter.today(),
                register.changedAt(),
                register.revision());
    }
}
