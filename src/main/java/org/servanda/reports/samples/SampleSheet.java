package org.servanda.reports.samples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.servanda.formats.PdfDocument;
import org.servanda.reports.Labels;
import org.servanda.reports.Report;
import org.servanda.reports.dossiers.DossierRow.Section;

/** The printed audit sample: the strata and the commitments drawn. Their dossiers are too long and are printed one by one. */
final class SampleSheet implements Report.Sheet<SampleRow> {

    private final PdfDocument document;
    private final Labels labels;
    private final Map<String, SampleRow> strata = new LinkedHashMap<>();
    private final Map<String, SampleRow> drawn = new LinkedHashMap<>();
    private final Map<String, SampleRow> titles = new LinkedHashMap<>();
    private final Map<String, SampleRow> statuses = new LinkedHashMap<>();

    SampleSheet(PdfDocument document, Labels labels) {
        this.document = document;
        this.labels = labels;
    }

    @Override
    public void accept(SampleRow row) {
        strata.putIfAbsent(String.valueOf(row.stratum()), row);
        drawn.putIfAbsent(row.code(), row);
        if (row.section() == Section.text && row.field().equals("title")) titles.put(row.code(), row);
        if (row.section() == Section.standing && row.field().equals("status")) statuses.put(row.code(), row);
    }

    @Override
    public void print() {
        document.table(
                labels.message("sample.strata"),
                List.of(
                        labels.message("sample.column.stratum"),
                        labels.message("sample.column.population"),
                        labels.message("sample.column.drawn")),
                List.of(50, 25, 25),
                strata.values().stream()
                        .map(row -> List.of(
                                stratum(row, labels.message("sample.whole")),
                                row.population().toString(),
                                row.drawn().toString()))
                        .toList());
        document.table(
                labels.message("sample.commitments"),
                List.of(
                        labels.message("sample.column.stratum"),
                        labels.message("sample.column.place"),
                        labels.message("column.code"),
                        labels.message("column.title"),
                        labels.message("column.status"),
                        labels.message("sample.column.key")),
                List.of(12, 6, 16, 36, 14, 16),
                drawn.values().stream().map(this::line).toList());
        document.paragraph(labels.message("sample.dossiers"));
    }

    /** An area by its name; an instrument by its code, since titles are long and may be very many. */
    private String stratum(SampleRow row, String whole) {
        return row.stratum() == null ? whole : labels.area(row.stratum());
    }

    private List<String> line(SampleRow row) {
        SampleRow title = titles.get(row.code());
        return List.of(
                stratum(row, ""),
                row.place().toString(),
                row.code(),
                title == null ? "" : labels.text(title.textZh(), title.textEn()),
                labels.word("status", statuses.get(row.code()).after()),
                row.key().substring(0, 16));
    }
}
