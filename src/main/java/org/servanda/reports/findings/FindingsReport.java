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

/** The findings report: what an auditor should look at among the commitments of a filter. */
@ApplicationScoped
class FindingsReport {

    private static final Bilingual TITLE = Messages.of("findings.title");

    /** The order within one commitment; findings that are equal in it keep the order in which they were found. */
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

    Report<FindingRow> of(FindingsQuery query, CommitmentSelection selection, Language lang) {
        Labels words = labels.read(lang, selection.at());
        return new Report<>(
                "findings",
                TITLE,
                FindingRow.class,
                selection.at(),
                selection.query(),
                query.query(),
                (at, taker) -> walk(query, selection.at(at), words, taker),
                document -> new FindingsSheet(document, words));
    }

    private void walk(FindingsQuery query, CommitmentSelection selection, Labels words, Consumer<FindingRow> taker) {
        ReadPoint at = selection.at();
        Map<String, Set<LocalDate>> due = query.reportDates().isEmpty() ? cycles.dueDays(at) : Map.of();
        scan.forEach(selection, (scannedCommitment, commitmentEntries) -> {
            CommitmentView commitment = scannedCommitment.view();
            SortedSet<LocalDate> dates = new TreeSet<>(query.reportDates());
            if (dates.isEmpty()) {
                dates.add(at.asOf());
                dates.addAll(due.getOrDefault(commitment.instrument(), Set.of()));
            }
            findings(commitment, commitmentEntries, at, query, dates, words).stream()
                    .sorted(ORDER)
                    .forEach(taker);
        });
    }

    private static List<FindingRow> findings(
            CommitmentView commitment,
            CommitmentEntries commitmentEntries,
            ReadPoint at,
            FindingsQuery query,
            SortedSet<LocalDate> dates,
            Labels words) {
        AcceptedProgress acceptedProgress = AcceptedProgress.of(commitment.code(), commitmentEntries.entries(), at);
        List<StatusTransition> transitions = commitmentEntries.statusTransitions(at.asOf());
        Findings findings = new Findings(commitment, commitmentEntries, query, words);
        findings.ofTheText();
        findings.ofProgress(acceptedProgress);
        findings.ofTransitions(transitions, dates);
        findings.unbacked(acceptedProgress, transitions);
        return findings.all();
    }
}
