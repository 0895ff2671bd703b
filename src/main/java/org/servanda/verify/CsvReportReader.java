package org.servanda.verify;

import java.io.IOException;
import java.util.List;

/** Reads report.csv row by row and compares it with what it must say. */
final class CsvReportReader {

    private final CsvReader csv;
    private int row;

    CsvReportReader(MemberStream member) {
        csv = new CsvReader(Utf8.reader(member), this::place);
    }

    private String place() {
        return row == 0 ? "report.csv header" : "report.csv row " + row;
    }

    void requireHeader(List<String> columns) throws IOException {
        List<String> header = csv.next();
        if (!columns.equals(header)) throw new RefusedException(place(), "must be " + String.join(",", columns));
    }

    void requireRow(StatusRow expected) throws IOException {
        row++;
        List<String> cells = csv.next();
        String place = place() + " (" + expected.text("code") + ")";
        if (cells == null) throw new RefusedException(place, "is missing");
        if (cells.size() != StatusRow.COLUMNS.size())
            throw new RefusedException(place, "has " + cells.size() + " cells, expected " + StatusRow.COLUMNS.size());
        for (int i = 0; i < cells.size(); i++) {
            String column = StatusRow.COLUMNS.get(i);
            requireCell(cells.get(i), expected.cells().get(column), place + " column " + column);
        }
    }

    private static void requireCell(String cell, Object value, String place) {
        String found = value instanceof String ? CsvCell.unguarded(cell, place) : cell;
        String expected = CsvCell.write(value);
        if (!found.equals(expected))
            throw new RefusedException(
                    place,
                    "says " + CanonicalJson.shown(found) + ", by the entries it is " + CanonicalJson.shown(expected));
    }

    void requireEnd(int rows) throws IOException {
        row++;
        if (csv.next() != null) throw new RefusedException(place(), "is one too many: manifest.json has " + rows);
    }
}
