package org.servanda.formats;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The sheets behind the rows of a workbook: heading, number and digest of the rows, and the descriptions of the fields. */
final class MetadataSheets {

    private MetadataSheets() {}

    static void write(Workbook book, ReportHeading heading, Columns columns, long rows, String sha256)
            throws IOException {
        try (Worksheet about = book.newWorksheet("about")) {
            about.width(0, 16);
            about.width(1, 100);
            int r = 0;
            for (var entry : entries(heading, rows, sha256).entrySet()) {
                text(about, r, 0, entry.getKey());
                header(about.style(r, 0)).verticalAlignment("top").set();
                text(about, r, 1, entry.getValue());
                about.style(r, 1).wrapText(true).verticalAlignment("top").set();
                r++;
            }
        }
        fields(book, heading, columns);
    }

    private static void fields(Workbook book, ReportHeading heading, Columns columns) throws IOException {
        try (Worksheet fields = book.newWorksheet("fields")) {
            fields.freezePane(0, 1);
            fields.width(0, 24);
            fields.width(1, 10);
            fields.width(2, 100);
            line(fields, 0, "name", "type", "description");
            for (int c = 0; c < 3; c++) header(fields.style(0, c)).set();
            int r = 1;
            for (Column column : columns.all()) {
                line(
                        fields,
                        r,
                        column.name(),
                        column.type().name(),
                        XlsxText.cell(column.description(), heading.lang()));
                fields.style(r++, 2).wrapText(true).verticalAlignment("top").set();
            }
        }
    }

    private static Map<String, String> entries(ReportHeading heading, long rows, String sha256) {
        DocumentMessages messages = new DocumentMessages(heading.lang());
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("report", heading.report());
        entries.put("title", XlsxText.cell(heading.title(), heading.lang()));
        entries.put("lang", heading.lang().name());
        entries.put("asOf", heading.asOf().toString());
        entries.put("knownAt", heading.knownAt().toString());
        entries.put("revision", Long.toString(heading.revision()));
        entries.put("filter", XlsxText.cell(heading.filter(), heading.lang()));
        entries.put("address", XlsxText.cell(heading.address(), heading.lang()));
        entries.put("rows", Long.toString(rows));
        entries.put("sha256", sha256);
        entries.put("", messages.digestRule());
        return entries;
    }

    static <S extends StyleSetter> StyleSetter header(S style) {
        return style.bold().fillColor("E8EDF3");
    }

    /** Writes a text. White space at its ends and line breaks are kept only in a rich text. */
    static void text(Worksheet sheet, int r, int c, String text) {
        boolean plain = text.equals(text.strip()) && text.chars().noneMatch(Character::isISOControl);
        if (plain) sheet.inlineString(r, c, text);
        else sheet.inlineString(r, c, RichText.builder().run(text).end().build());
    }

    private static void line(Worksheet sheet, int r, String... cells) {
        for (int c = 0; c < cells.length; c++) text(sheet, r, c, cells[c]);
    }
}
