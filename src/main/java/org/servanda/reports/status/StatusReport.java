package org.servanda.reports.status;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.search.CommitmentScan;
import org.servanda.commitments.search.CommitmentSelection;
import org.servanda.reports.LabelReader;
import org.servanda.reports.Labels;
import org.servanda.reports.Report;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.text.Messages;

/** The status report: every commitment of a filter with its standing, its owner and its text. */
@ApplicationScoped
class StatusReport {

    private static final Bilingual TITLE = Messages.of("status.title");

    private final CommitmentScan scan;
    private final LabelReader labels;

    StatusReport(CommitmentScan scan, LabelReader labels) {
        this.scan = scan;
        this.labels = labels;
    }

    Report<StatusRow> of(CommitmentSelection selection, Language lang) {
        Labels words = labels.read(lang, selection.at());
        return new Report<>(
                "status",
                TITLE,
                StatusRow.class,
                selection.at(),
                selection.query(),
                "",
                (at, taker) -> scan.iterator(selection.at(at))
                        .forEachRemaining(
                                scannedCommitment -> taker.accept(StatusRow.of(scannedCommitment.view(), words))),
                document -> new StatusSheet(document, words));
    }
}
