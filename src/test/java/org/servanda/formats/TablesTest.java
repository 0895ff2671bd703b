package org.servanda.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.h2.tools.Csv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.servanda.formats.Column.Type;
import org.servanda.text.Language;
import org.servanda.text.Sha256;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TablesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<EveryTypeRow> ROWS = EveryTypeRow.some(10_000).toList();
    private static final Columns COLUMNS = Columns.of(EveryTypeRow.class);

    @ParameterizedTest
    @EnumSource
    void jsonHoldsTheHeadingAndEveryRecord(Language lang) throws IOException {
        String text = text(Format.json, lang, false);
        JsonNode json = JSON.readTree(text);
        ReportHeading heading = EveryTypeRow.heading(lang);
        assertEquals(heading.report(), json.at("/report").textValue());
        assertEquals(heading.title(), json.at("/title").textValue());
        assertEquals(lang.name(), json.at("/lang").textValue());
        assertEquals("2026-11-21", json.at("/asOf").textValue());
        assertEquals("2026-11-21T08:30:00.123456Z", json.at("/knownAt").textValue());
        assertEquals(4711, json.at("/revision").longValue());
        assertEquals(heading.filter(), json.at("/filter").textValue());
        assertEquals(heading.address(), json.at("/address").textValue());
        assertEquals(ROWS.size(), json.at("/rows").longValue());
        assertEquals(ROWS.size(), json.at("/items").size());
        for (int r = 0; r < ROWS.size(); r++)
            sameCells(ROWS.get(r), json.at("/items").get(r));
        assertEquals(ROWS.size() + 2, text.lines().count(), "one record a line");
    }

    @ParameterizedTest
    @EnumSource
    void ndjsonHoldsTheSameRecordsAndNothingElse(Language lang) throws IOException {
        String text = text(Format.ndjson, lang, false);
        assertTrue(text.endsWith("}\n"));
        List<String> lines = List.of(text.split("\n"));
        assertEquals(ROWS.size(), lines.size());
        for (int r = 0; r < lines.size(); r++) sameCells(ROWS.get(r), JSON.readTree(lines.get(r)));
        List<String> items = text(Format.json, lang, false)
                .lines()
                .filter(line -> line.startsWith("{\"number\""))
                .map(line -> line.replaceFirst(",$", ""))
                .toList();
        assertEquals(lines, items);
    }

    private static void sameCells(EveryTypeRow row, JsonNode json) throws JsonProcessingException {
        List<Object> cells = COLUMNS.cells(row);
        int present = 0;
        for (int c = 0; c < cells.size(); c++) {
            JsonNode found = json.get(COLUMNS.all().get(c).name());
            if (found != null) present++;
            assertEquals(
                    cells.get(c), found == null ? null : value(COLUMNS.all().get(c), found));
        }
        assertEquals(present, json.size(), "no field besides");
    }

    private static Object value(Column column, JsonNode json) throws JsonProcessingException {
        return switch (column.type()) {
            case text -> json.textValue();
            case integer -> json.longValue();
            case date -> LocalDate.parse(json.textValue());
            case time -> Instant.parse(json.textValue());
            case bool -> json.booleanValue();
            case list -> List.of(JSON.treeToValue(json, String[].class));
        };
    }

    @ParameterizedTest
    @EnumSource
    void csvIsReadBackCellByCell(Language lang) throws IOException {
        List<List<String>> read = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text(Format.csv, lang, false))) {
            csv.forEach(line -> read.add(line.getFields()));
        }
        sameTable(read);
    }

    @Test
    void aParserOfAnotherHouseReadsTheSameFromCsv() throws Exception {
        List<List<String>> read = new ArrayList<>();
        read.add(COLUMNS.all().stream().map(Column::name).toList());
        Csv csv = new Csv();
        csv.setPreserveWhitespace(true);
        csv.setNullString(null);
        csv.setCaseSensitiveColumnNames(true);
        try (ResultSet lines = csv.read(new StringReader(text(Format.csv, Language.en, false)), null)) {
            for (int c = 0; c < COLUMNS.all().size(); c++)
                assertEquals(COLUMNS.all().get(c).name(), lines.getMetaData().getColumnName(c + 1));
            while (lines.next()) {
                List<String> line = new ArrayList<>();
                for (int c = 1; c <= COLUMNS.all().size(); c++)
                    line.add(lines.getString(c) == null ? "" : lines.getString(c));
                read.add(line);
            }
        }
        sameTable(read);
    }

    /** Some readers end a line at these as well. */
    @ParameterizedTest
    @EnumSource(names = {"json", "ndjson"})
    void aRecordIsOneLineToEveryReader(Format format) throws IOException {
        assertTrue(ROWS.stream().anyMatch(row -> String.valueOf(row.wording()).contains("\u2028")));
        assertEquals(
                -1,
                text(format, Language.en, false)
                        .chars()
                        .filter(c -> c == 0x85 || c == 0x2028 || c == 0x2029)
                        .findFirst()
                        .orElse(-1));
    }

    private static void sameTable(List<List<String>> read) {
        assertEquals(COLUMNS.all().stream().map(Column::name).toList(), read.get(0));
        assertEquals(ROWS.size() + 1, read.size());
        for (int r = 0; r < ROWS.size(); r++) {
            List<Object> cells = COLUMNS.cells(ROWS.get(r));
            for (int c = 0; c < cells.size(); c++)
                assertEquals(
                        cells.get(c),
                        value(COLUMNS.all().get(c).type(), read.get(r + 1).get(c)),
                        "row " + r);
        }
    }

    private static Object value(Type type, String cell) {
        if (cell.isEmpty()) return null;
        return switch (type) {
            case text -> CsvText.unguard(cell);
            case integer -> Long.valueOf(cell);
            case date -> LocalDate.parse(cell);
            case time -> Instant.parse(cell);
            case bool -> Boolean.valueOf(cell);
            case list -> CsvText.split(cell).stream().map(CsvText::unguard).toList();
        };
    }

    @Test
    void csvHasLinesOfRfc4180AndNoCellThatIsAFormula() throws IOException {
        String text = text(Format.csv, Language.en, false);
        assertTrue(text.startsWith("number,code,wording,large,due,updatedAt,areas,languages,language,binding\r\n"));
        assertTrue(text.endsWith("\r\n"));
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
            csv.forEach(line -> {
                for (int c : List.of(1, 2, 6, 7, 8)) {
                    String cell = line.getField(c);
                    assertTrue(cell.isEmpty() || "=+-@＝＋－＠\t\r".indexOf(cell.charAt(0)) < 0, cell);
                }
            });
        }
    }

    @Test
    void aByteOrderMarkIsAddedOnlyWhenAskedFor() throws IOException {
        byte[] with = RenderedFile.as(Format.csv, EveryTypeRow.HEADING, true, ROWS.subList(0, 5));
        byte[] without = RenderedFile.as(Format.csv, EveryTypeRow.HEADING, false, ROWS.subList(0, 5));
        assertEquals("\uFEFF" + new String(without, StandardCharsets.UTF_8), new String(with, StandardCharsets.UTF_8));
        assertEquals('n', without[0]);
    }

    @Test
    void theDataPackageDescribesTheCsv() throws IOException {
        byte[] csv = RenderedFile.as(Format.csv, EveryTypeRow.HEADING, false, ROWS);
        String sha256 = HexFormat.of().formatHex(Sha256.sha256(csv));
        JsonNode described = JSON.readTree(DataPackage.of(
                EveryTypeRow.HEADING, COLUMNS, new DataPackage.Csv("sample.csv", csv.length, sha256, ROWS.size())));
        assertEquals("tabular-data-package", described.at("/profile").textValue());
        assertTrue(described.at("/name").textValue().matches("[a-z0-9._-]+"));
        assertTrue(described.at("/description").textValue().contains("take one leading ' away"));
        JsonNode resource = described.at("/resources/0");
        assertEquals("sample.csv", resource.at("/path").textValue());
        assertEquals("tabular-data-resource", resource.at("/profile").textValue());
        assertEquals("sha256:" + sha256, resource.at("/hash").textValue());
        assertEquals(csv.length, resource.at("/bytes").intValue());
        assertEquals(ROWS.size(), resource.at("/rows").intValue());
        assertEquals("\r\n", resource.at("/dialect/lineTerminator").textValue());
        List<String> fields = new ArrayList<>();
        resource.at("/schema/fields")
                .forEach(field -> fields.add(
                        field.at("/name").textValue() + " " + field.at("/type").textValue()));
        assertEquals(
                List.of(
                        "number integer",
                        "code string",
                        "wording string",
                        "large integer",
                        "due date",
                        "updatedAt datetime",
                        "areas string",
                        "languages string",
                        "language string",
                        "binding boolean"),
                fields);
        assertEquals(
                "Number of the row.",
                resource.at("/schema/fields/0/description").textValue());
    }

    @ParameterizedTest
    @EnumSource(names = {"json", "ndjson", "csv"})
    void theSameRowsAreTheSameBytesAndNothingIsClosedButTheTable(Format format) throws IOException {
        class Open extends ByteArrayOutputStream {
            @Override
            public void close() {
                throw new AssertionError("the stream belongs to the caller");
            }
        }
        Open first = new Open();
        try (var table = Tables.writer(format, EveryTypeRow.HEADING, EveryTypeRow.class, false, first)) {
            for (EveryTypeRow row : ROWS) table.row(row);
        }
        assertEquals(
                Sha256.sha256(new String(first.toByteArray(), StandardCharsets.UTF_8)),
                Sha256.sha256(new String(
                        RenderedFile.as(format, EveryTypeRow.HEADING, false, ROWS), StandardCharsets.UTF_8)));
    }

    @Test
    void jsonThatWasNotClosedIsNoJson() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter<EveryTypeRow> table =
                Tables.writer(Format.json, EveryTypeRow.HEADING, EveryTypeRow.class, false, out);
        for (EveryTypeRow row : ROWS) table.row(row);
        assertTrue(out.size() > 100_000, "rows leave as they come");
        assertThrows(JsonProcessingException.class, () -> JSON.readTree(out.toByteArray()));
    }

    /** A row that cannot be read, between two that can. */
    record Odd(String text) {
        @Override
        public String text() {
            if (text.equals("bad")) throw new IllegalStateException("bad");
            return text;
        }
    }

    @ParameterizedTest
    @EnumSource(names = "pdf", mode = EnumSource.Mode.EXCLUDE)
    void afterARowThatFailedNothingMoreIsWritten(Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter<Odd> table = Tables.writer(format, EveryTypeRow.HEADING, Odd.class, false, out);
        table.row(new Odd("good"));
        assertThrows(IllegalStateException.class, () -> table.row(new Odd("bad")));
        assertThrows(IllegalStateException.class, () -> table.row(new Odd("good")));
        int size = out.size();
        table.close();
        assertEquals(size, out.size());
    }

    @ParameterizedTest
    @EnumSource(names = "pdf", mode = EnumSource.Mode.EXCLUDE)
    void aReaderWhoIsGoneIsAnErrorOfItsStream(Format format) throws IOException {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        };
        TableWriter<EveryTypeRow> table = Tables.writer(format, EveryTypeRow.HEADING, EveryTypeRow.class, false, gone);
        IOException refused = assertThrows(IOException.class, () -> {
            for (EveryTypeRow row : ROWS) table.row(row);
        });
        assertEquals("gone", refused.getMessage());
    }

    @Test
    void anEmptyTableIsWhole() throws IOException {
        JsonNode json = JSON.readTree(RenderedFile.as(Format.json, EveryTypeRow.HEADING, false, List.of()));
        assertEquals(0, json.at("/rows").intValue());
        assertTrue(json.at("/items").isEmpty());
        assertEquals(0, RenderedFile.as(Format.ndjson, EveryTypeRow.HEADING, false, List.of()).length);
    }

    @Test
    void aRecordWithAFieldThatNoColumnHoldsIsRefused() {
        record Wrong(Double share) {}
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Columns.of(Wrong.class));
        assertTrue(refused.getMessage().contains("share"));
    }

    @Test
    void formatsAreFoundByNameAndByMediaType() {
        assertEquals(Format.csv, Format.findByName("csv").orElseThrow());
        assertTrue(Format.findByName("CSV").isEmpty());
        assertEquals(
                Format.csv, Format.findByMediaType("Text/CSV; charset=utf-8").orElseThrow());
        assertTrue(Format.findByMediaType("text/plain").isEmpty());
    }

    private static String text(Format format, Language lang, boolean bom) throws IOException {
        return new String(RenderedFile.as(format, EveryTypeRow.heading(lang), bom, ROWS), StandardCharsets.UTF_8);
    }
}
