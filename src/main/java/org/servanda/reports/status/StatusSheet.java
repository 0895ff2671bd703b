package org.servanda.reports.status;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.servanda.commitments.Status;
import org.servanda.formats.PdfDocument;
import org.servanda.formats.PdfDocument.Bar;
import org.servanda.reports.Labels;
import org.servanda.reports.PdfNotes;
import org.servanda.reports.Report;

/** The printed status report: a chart by status, a table by area, and the commitments. */
final class StatusSheet implements Report.Sheet<StatusRow> {

    private final PdfDocument document;
    private final Labels labels;

    private final Map<Status, Integer> byStatus = new EnumMap<>(Status.class);
    private final Map<String, Map<Status, Integer>> byArea = new TreeMap<>();
    private final List<StatusRow> listed = new ArrayList<>();
    private int all;

    StatusSheet(PdfDocument document, Labels labels) {
        this.document = document;
        this.labels = labels;
        for (Status status : Status.values()) byStatus.put(status, 0);
    }

    @Override
    public void accept(StatusRow row) {
        all++;
        byStatus.merge(row.status(), 1, Integer::sum);
        byArea.computeIfAbsent(row.area(), area -> new EnumMap<>(Status.class)).merge(row.status(), 1, Integer::sum);
        if (listed.size() < PdfNotes.MOST_ROWS) listed.add(row);
    }

    @Override
    public void print() {
        document.paragraph(labels.message("status.count", all));
        document.chart(
                labels.message("status.byStatus"),
                byStatus.entrySet().stream()
                        .map(count -> new Bar(labels.word("status", count.getKey()), count.getValue()))
                        .toList());
        printAreas();
        if (listed.size() < all) document.paragraph(PdfNotes.shortened(listed.size(), all, labels));
        document.table(
                labels.message("status.commitments"),
                List.of(
                        labels.message("column.code"),
                        labels.message("column.title"),
                        labels.message("status.column.owner"),
                        labels.message("column.status"),
                        labels.message("status.column.since"),
                        labels.message("status.column.lastUpdate")),
                List.of(16, 38, 14, 12, 10, 10),
                listed.stream().map(this::line).toList());
    }

    private void printAreas() {
        List<Status> seen = byStatus.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(Map.Entry::getKey)
                .toList();
        List<String> headers =
                new ArrayList<>(List.of(labels.message("status.column.area"), labels.message("status.column.all")));
        seen.forEach(status -> headers.add(labels.word("status", status)));
        List<Integer> widths = new ArrayList<>(List.of(30, 10));
        seen.forEach(status -> widths.add(60 / seen.size()));
        document.table(
                labels.message("status.byArea"),
                headers,
                widths,
                byArea.entrySet().stream().map(area -> counts(area, seen)).toList());
    }

    private List<String> counts(Map.Entry<String, Map<Status, Integer>> area, List<Status> seen) {
        List<String> cells = new ArrayList<>(List.of(
                labels.area(area.getKey()),
                ""
                        + area.getValue().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum()));
        seen.forEach(status -> cells.add("" + area.getValue().getOrDefault(status, 0)));
        return cells;
    }

    private List<String> line(StatusRow row) {
        return List.of(
                row.code(),
                labels.text(row.titleZh(), row.titleEn()),
                owner(row),
                row.statusLabel() + (row.percent() == null ? "" : " " + row.percent() + " %"),
                row.statusSince().toString(),
                row.lastReportOn() == null ? "—" : row.lastReportOn().toString());
    }

    /** The owner: the party assigned to lead, else the parties that the text names, else how the text names it. */
    private String owner(StatusRow row) {
        if (row.ownerAssigned() != null) return labels.party(row.ownerAssigned());
        if (!row.ownerStatedParties().isEmpty())
            return String.join(
                    ", ", row.ownerStatedParties().stream().map(labels::party).toList());
        return labels.word("ownerHow", row.ownerStated());
    }
}
