package org.servanda.reports.coverage;

import java.util.ArrayList;
import java.util.List;

import org.servanda.formats.PdfDocument;
import org.servanda.formats.PdfDocument.Bar;
import org.servanda.reports.Labels;
import org.servanda.reports.Report;
import org.servanda.reports.coverage.CoverageRow.CoverageBy;

/** The coverage report on paper: what is missing at a glance, and a table for each by what is counted. */
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
                labels.say("全部承诺事项", "All commitments"),
                List.of(
                        bar("承诺事项", "Commitments", all.commitments()),
                        bar("已填报", "Reported", all.reported()),
                        bar("从未报送", "Never reported", all.neverReported()),
                        bar("逾期未报", "Overdue", all.overdue()),
                        bar("无责任方", "No owner", all.noOwner()),
                        bar("无时限", "No time frame", all.noTimeFrame())));
        table(CoverageBy.instrument, labels.say("按文书", "By instrument"));
        table(CoverageBy.area, labels.say("按领域", "By area"));
        table(CoverageBy.party, labels.say("按参与方", "By party"));
    }

    private Bar bar(String zh, String en, long count) {
        return new Bar(labels.say(zh, en), count);
    }

    private void table(CoverageBy by, String title) {
        document.table(
                title,
                List.of(
                        title,
                        labels.say("承诺事项", "All"),
                        labels.say("已填报", "Reported"),
                        "%",
                        labels.say("从未报送", "Never"),
                        labels.say("逾期未报", "Overdue"),
                        labels.say("无责任方", "No owner"),
                        labels.say("无时限", "No time frame")),
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
