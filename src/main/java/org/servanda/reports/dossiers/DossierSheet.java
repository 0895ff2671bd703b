package org.servanda.reports.dossiers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.servanda.formats.PdfDocument;
import org.servanda.reports.Labels;
import org.servanda.reports.PdfNotes;
import org.servanda.reports.PrintLabels;
import org.servanda.reports.Report;
import org.servanda.reports.dossiers.DossierRow.Section;

/** A dossier on paper: a table for each section. */
final class DossierSheet implements Report.Sheet<DossierRow> {

    private final PdfDocument document;
    private final Labels labels;
    private final PrintLabels words;
    private final Map<Section, List<DossierRow>> sections = new EnumMap<>(Section.class);
    private int listed;
    private int all;

    DossierSheet(PdfDocument document, Labels labels) {
        this.document = document;
        this.labels = labels;
        this.words = new PrintLabels(labels);
    }

    @Override
    public void accept(DossierRow row) {
        all++;
        if (listed == PdfNotes.MOST_ROWS) return;
        listed++;
        sections.computeIfAbsent(row.section(), none -> new ArrayList<>()).add(row);
    }

    @Override
    public void print() {
        if (listed < all) document.paragraph(PdfNotes.shortened(listed, all, labels));
        sections.forEach((section, rows) -> document.table(
                labels.message("dossier.section." + section),
                List.of(
                        labels.message("dossier.column.field"),
                        labels.message("dossier.column.about"),
                        labels.message("column.day"),
                        labels.message("dossier.column.who"),
                        labels.message("dossier.column.what")),
                List.of(16, 18, 10, 16, 40),
                rows.stream().map(this::line).toList()));
    }

    private List<String> line(DossierRow row) {
        return List.of(
                row.field() == null ? words.name(row.kind()) : words.field(row.field()),
                either(row.id(), row.party() == null ? null : labels.party(row.party())),
                row.on() == null ? "" : row.on().toString(),
                either(row.who(), ""),
                what(row));
    }

    private String what(DossierRow row) {
        List<String> parts = new ArrayList<>();
        if (row.before() != null || row.after() != null && row.section() == Section.trail)
            parts.add(value(row, row.before()) + " → " + value(row, row.after()));
        else if (row.after() != null) parts.add(value(row, row.after()));
        if (row.textZh() != null || row.textEn() != null) parts.add(labels.text(row.textZh(), row.textEn()));
        if (row.url() != null) parts.add(row.url());
        if (row.sha256() != null) parts.add("SHA-256 " + row.sha256());
        if (row.reason() != null) parts.add("(" + row.reason() + ")");
        return String.join(" · ", parts);
    }

    private String value(DossierRow row, String value) {
        if (value == null) return "—";
        // Only the trail has values that are JSON; an empty list is nothing to read.
        if (row.section() != Section.trail) return words.value(row.field(), value);
        String said = words.valueOrJson(row.field(), value);
        return said.isEmpty() ? "—" : said;
    }

    private static String either(String one, String other) {
        return one != null ? one : other != null ? other : "";
    }
}
