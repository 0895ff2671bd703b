package org.servanda.reports.findings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.servanda.formats.PdfDocument;
import org.servanda.formats.PdfDocument.Bar;
import org.servanda.reports.Labels;
import org.servanda.reports.PdfNotes;
import org.servanda.reports.Report;

/** The printed findings report: a chart by kind, and the findings. */
final class FindingsSheet implements Report.Sheet<FindingRow> {

    private final PdfDocument document;
    private final Labels labels;
    private final Map<FindingKind, Integer> byKind = new EnumMap<>(FindingKind.class);
    private final List<FindingRow> listed = new ArrayList<>();
    private int all;

    FindingsSheet(PdfDocument document, Labels labels) {
        this.document = document;
        this.labels = labels;
    }

    @Override
    public void accept(FindingRow row) {
        all++;
        byKind.merge(row.finding(), 1, Integer::sum);
        if (listed.size() < PdfNotes.MOST_ROWS) listed.add(row);
    }

    @Override
    public void print() {
        document.paragraph(labels.message("findings.count", all));
        document.chart(
                labels.message("findings.byKind"),
                byKind.entrySet().stream()
                        .map(count -> new Bar(labels.word("findingKind", count.getKey()), count.getValue()))
                        .toList());
        if (listed.size() < all) document.paragraph(PdfNotes.shortened(listed.size(), all, labels));
        document.table(
                labels.message("findings.findings"),
                List.of(
                        labels.message("column.code"),
                        labels.message("findings.column.finding"),
                        labels.message("column.day"),
                        labels.message("findings.column.entry"),
                        labels.message("findings.column.detail")),
                List.of(16, 24, 10, 8, 42),
                listed.stream().map(this::line).toList());
    }

    private List<String> line(FindingRow row) {
        return List.of(
                row.code(),
                row.findingLabel(),
                row.on() == null ? "—" : row.on().toString(),
                row.entry().toString(),
                labels.text(row.detailZh(), row.detailEn()));
    }
}
