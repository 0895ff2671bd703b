package org.servanda.reports.changes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.servanda.formats.PdfDocument;
import org.servanda.formats.PdfDocument.Bar;
import org.servanda.ledger.ReadPoint;
import org.servanda.reports.Labels;
import org.servanda.reports.PdfNotes;
import org.servanda.reports.PrintLabels;
import org.servanda.reports.PrintedField;
import org.servanda.reports.Report;
import org.servanda.reports.changes.ChangeRow.ChangeKind;
import org.servanda.reports.status.StatusRow;

/** The printed changes report: a chart of how many commitments changed, and the changes. */
final class ChangesSheet implements Report.Sheet<ChangeRow> {

    /** The fields that a change can name are those of the status report. */
    private static final PrintedField STATUS = PrintedField.of(StatusRow.class);

    private final PdfDocument document;
    private final Labels labels;
    private final PrintLabels words;
    private final ReadPoint from;

    private final Map<ChangeKind, Set<String>> codes = new EnumMap<>(ChangeKind.class);
    private final List<ChangeRow> listed = new ArrayList<>();
    private long all;

    ChangesSheet(PdfDocument document, Labels labels, ReadPoint from) {
        this.document = document;
        this.labels = labels;
        this.words = new PrintLabels(labels);
        this.from = from;
        for (ChangeKind changeKind : ChangeKind.values()) codes.put(changeKind, new HashSet<>());
    }

    @Override
    public void accept(ChangeRow row) {
        all++;
        codes.get(row.change()).add(row.code());
        if (listed.size() < PdfNotes.MOST_ROWS) listed.add(row);
    }

    @Override
    public void print() {
        document.paragraph(labels.message("changes.comparedWith", from.asOf(), from.revision()));
        document.chart(
                labels.message("changes.commitments"),
                List.of(bar(ChangeKind.entered), bar(ChangeKind.left), bar(ChangeKind.changed)));
        if (listed.size() < all) document.paragraph(PdfNotes.shortened(listed.size(), all, labels));
        document.table(
                labels.message("changes.changes"),
                List.of(
                        labels.message("column.code"),
                        labels.message("column.title"),
                        labels.message("changes.column.field"),
                        labels.message("changes.column.before"),
                        labels.message("changes.column.after")),
                List.of(16, 30, 14, 20, 20),
                listed.stream().map(this::line).toList());
    }

    private Bar bar(ChangeKind changeKind) {
        return new Bar(
                labels.message("changes.bar." + changeKind),
                codes.get(changeKind).size());
    }

    private List<String> line(ChangeRow row) {
        String field =
                switch (row.change()) {
                    case entered -> labels.message("changes.entered");
                    case left -> labels.message("changes.left");
                    case changed -> words.field(row.field());
                };
        return List.of(
                row.code(),
                labels.text(row.titleZh(), row.titleEn()),
                field,
                shown(row, row.before(), row.beforeLabel()),
                shown(row, row.after(), row.afterLabel()));
    }

    private String shown(ChangeRow row, String value, String label) {
        return label != null ? label : value != null ? words.value(STATUS.field(row.field()), value) : "—";
    }
}
