package org.servanda.reports.dossiers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.servanda.commitments.history.ChangeView;
import org.servanda.commitments.links.LinkView;
import org.servanda.commitments.search.PartyStandings;
import org.servanda.commitments.standings.CommitmentView;
import org.servanda.formats.PdfDocument;
import org.servanda.progress.milestones.MilestoneBody;
import org.servanda.reports.Labels;
import org.servanda.reports.PdfNotes;
import org.servanda.reports.PrintLabels;
import org.servanda.reports.PrintedField;
import org.servanda.reports.Report;
import org.servanda.reports.dossiers.DossierRow.Section;

/** The printed dossier: a table for each section. */
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
        // Only the trail has values that are JSON; an empty list has no text.
        if (row.section() != Section.trail) return words.value(row.printedAs(), value);
        String text = words.valueOrJson(trailField(row.field()), value);
        return text.isEmpty() ? "—" : text;
    }

    /** @param path as {@link ChangeView#field} has it */
    private static PrintedField trailField(String path) {
        String[] steps = path.split("/");
        String last = steps[steps.length - 1];
        if (steps.length == 1) return PrintedField.of(CommitmentView.class).field(path);
        return switch (steps[0]) {
            case "parties" ->
                PrintedField.of(PartyStandings.PartyStandingView.class).field(last);
            case "milestones" -> PrintedField.of(MilestoneBody.class).field(last);
            case "links" -> PrintedField.of(LinkView.class);
            default -> PrintedField.of(CommitmentView.class).field(steps[0]).field(last);
        };
    }

    private static String either(String preferred, String alternative) {
        return preferred != null ? preferred : alternative != null ? alternative : "";
    }
}
