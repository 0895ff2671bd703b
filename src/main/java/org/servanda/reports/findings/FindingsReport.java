package org.servanda.reports.findings;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.history.CommitmentEntries;
import org.servanda.commitments.history.CommitmentEntryScan;
import org.servanda.commitments.history.StatusTransition;
import org.servanda.commitments.search.CommitmentSelection;
import org.servanda.commitments.standings.CommitmentView;
import org.servanda.cycles.Cycles;
import org.servanda.ledger.ReadPoint;
import org.servanda.progress.records.AcceptedProgress;
import org.servanda.reports.LabelReader;
import org.servanda.reports.Labels;
import org.servanda.reports.Report;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.text.Messages;

/** What an auditor should look at among the commitments of a filter. */
@ApplicationScoped
class FindingsReport {

    private static final Bilingual TITLE = Messages.of("findings.title");

    /** Within one commitment; what is alike in all three stays in the order in which it was found. */
    private static final Comparator<FindingRow> ORDER =
            Comparator.comparing(FindingRow::finding).thenComparing(FindingRow::entry);

    private final CommitmentEntryScan scan;
    private final Cycles cycles;
    private final LabelReader labels;

    FindingsReport(CommitmentEntryScan scan, Cycles cycles, LabelReader labels) {
        this.scan = scan;
        this.cycles = cycles;
        this.labels = labels;
    }

    Report<FindingRow> of(FindingsQuery wanted, CommitmentSelection selection, Language lang) {
        Labels words = labels.read(lang, selection.at());
        return new Report<>(
                "findings",
                TITLE,
                FindingRow.class,
                selection.at(),
                selection.query(),
                wanted.query(),
                (at, taker) -> walk(wanted, selection.at(at), words, taker),
                document -> new FindingsSheet(document, words));
    }

    private void walk(FindingsQuery wanted, CommitmentSelection selection, Labels words, Consumer<FindingRow> taker) {
        ReadPoint at = selection.at();
        Map<String, Set<LocalDate>> due = wanted.reportDates().isEmpty() ? cycles.dueDays(at) : Map.of();
        scan.forEach(selection, (scannedCommitment, commitmentEntries) -> {
            CommitmentView its = scannedCommitment.view();
            SortedSet<LocalDate> dates = new TreeSet<>(wanted.reportDates());
            if (dates.isEmpty()) {
                dates.add(at.asOf());
                dates.addAll(due.getOrDefault(its.instrument(), Set.of()));
            }
            findings(its, commitmentEntries, at, wanted, dates, words).stream()
                    .sorted(ORDER)
                    .forEach(taker);
        });
    }

    private static List<FindingRow> findings(
            CommitmentView its,
            CommitmentEntries commitmentEntries,
            ReadPoint at,
            FindingsQuery wanted,
            SortedSet<LocalDate> dates,
            Labels words) {
        AcceptedProgress acceptedProgress = AcceptedProgress.of(its.code(), commitmentEntries.entries(), at);
        List<StatusTransition> transitions = commitmentEntries.statusTransitions(at.asOf());
        Findings findings = new Findings(its, commitmentEntries, wanted, words);
        findings.ofTheText();
        findings.ofWhatWasSaid(acceptedProgress);
        findings.ofMoves(transitions, dates);
        findings.unbacked(acceptedProgress, transitions);
        return findings.all();
    }
}
