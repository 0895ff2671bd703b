package org.servanda.reports.coverage;

import java.util.ArrayList;
import java.util.List;

import org.servanda.formats.PdfDocument;
import org.servanda.formats.PdfDocument.Bar;
import org.servanda.reports.Labels;
import org.servanda.reports.Report;
import org.servanda.reports.coverage.CoverageRow.CoverageBy;

/** The printed coverage report: a chart of what is missing, and a table by instrument, by area and by party. */
final class CoverageSheet implements Report.Sheet<CoverageRow> {

    private final PdfDocument document;
    private final Labels labels;
    private final List<CoverageRow> rows = new ArrayList<>();

    CoverageSheet(PdfDocument document, Labels labels) {
        this.document = document;
        this.labels = labels;
    }

    @Override
    public void accept(CoverageRow row) {
        rows.add(row);
    }

    @Override
    public void print() {
        CoverageRow all = rows.get(0);
        document.chart(
                labels.message("coverage.all"),
                List.of(
                        bar("commitments", all.commitments()),
                        bar("reported", all.reported()),
                        bar("neverReported", all.neverReported()),
                        bar("overdue", all.overdue()),
                        bar("noOwner", all.noOwner()),
                        bar("noTimeFrame", all.noTimeFrame())));
        table(CoverageBy.instrument, labels.message("coverage.by.instrument"));
        table(CoverageBy.area, labels.message("coverage.by.area"));
        table(CoverageBy.party, labels.message("coverage.by.party"));
    }

    private Bar bar(String column, long count) {
        return new Bar(labels.message("coverage.bar." + column), count);
    }

    private void table(CoverageBy by, String title) {
        document.table(
                title,
                List.of(
                        title,
                        labels.message("coverage.column.commitments"),
                        labels.message("coverage.column.reported"),
                        "%",
                        labels.message("coverage.column.neverReported"),
                        labels.message("coverage.column.overdue"),
                        labels.message("coverage.column.noOwner"),
                        labels.message("coverage.column.noTimeFrame")),
                List.of(36, 10, 10, 7, 10, 10, 10, 10),
                rows.stream().filter(row -> row.by() == by).map(this::line).toList());
    }

    private List<String> line(CoverageRow row) {
        return List.of(
                row.label(),
                "" + row.commitments(),
                "" + row.reported(),
                "" + Math.round(100.0 * row.reported() / row.commitments()),
                "" + row.neverReported(),
                "" + row.overdue(),
                "" + row.noOwner(),
                "" + row.noTimeFrame());
    }
}
