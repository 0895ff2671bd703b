package org.servanda.commitments.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Freshness;
import org.servanda.commitments.RollUp;

/**
 * The state of a commitment on a day: its details and its progress.
 * Stated a second time, independently, in {@code org.servanda.verify.CommitmentState}.
 */
public record CommitmentState(CommitmentDetails details, Progress progress) {

    /** Codes of the parties that owe an update while the whole is open (rule 8.7). */
    public List<String> owedBy(LocalDate day) {
        List<String> reporters = details.reporters().stream().sorted().toList();
        List<String> open = reporters.stream().filter(this::open).toList();
        if (details.rule() == RollUp.all)
            return open.stream().filter(party -> due(party, day)).toList();
        return open.isEmpty() ? reporters : open;
    }

    /** Whether the part of a party is open; in a roll-up a party without an update stands where the text says (rule 8.6). */
    boolean open(String party) {
        boolean openByText = details.rule() == RollUp.lead || text().status().open();
        return progress.ofParty(party)
                .map(progressOfParty -> progressOfParty.status().open())
                .orElse(openByText);
    }

    /** Rule 8.6. */
    public Freshness freshness(String party, LocalDate day) {
        if (!progress.status().open() || !open(party)) return Freshness.not_due;
        return progress.ofParty(party)
                .map(progressOfParty -> Freshness.of(progressOfParty.status(), true, progressOfParty.reportDue(), day))
                .orElse(Freshness.never_reported);
    }

    private boolean due(String party, LocalDate day) {
        return progress.ofParty(party)
                .map(progressOfParty -> progressOfParty.reportDue().isBefore(day))
                .orElse(true);
    }

    /** Codes of the parties bound that have a status, by their own updates or by the roll-up rule (rules 4.3 and 4.12). */
    public Set<String> reportedFor() {
        return text().parties().stream()
                .filter(party -> progress.ofParty(party).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Codes of the parties whose update is overdue (rule 8.9). */
    public Set<String> overdueBy(LocalDate day) {
        boolean byParty = details.rule() == RollUp.all;
        boolean open = progress.status().open();
        if (!open || !byParty && progress.freshness(day) != Freshness.overdue) return Set.of();
        return owedBy(day).stream()
                .filter(party -> !byParty || freshness(party, day) == Freshness.overdue)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private CommitmentText text() {
        return details.text();
    }
}
