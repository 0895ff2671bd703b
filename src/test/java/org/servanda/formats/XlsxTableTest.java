package org.servanda.formats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.servanda.text.Language;
import org.servanda.text.Sha256;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class XlsxTableTest {

    private static final List<EveryTypeRow> ROWS = EveryTypeRow.some(10_000).toList();
    private static final Columns COLUMNS = Columns.of(EveryTypeRow.class);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void everyCellIsReadBackWithItsType(Language lang) throws IOException {
        try (ReadableWorkbook book = open(RenderedFile.as(Format.xlsx, EveryTypeRow.heading(lang), false, ROWS))) {
            assertEquals(
                    List.of("rows", "about", "fields"),
                    book.getSheets().map(Sheet::getName).toList());
            sameRows(ROWS, book.getFirstSheet().read());
        }
    }

    private static void sameRows(List<EveryTypeRow> wanted, List<Row> read) {
        assertEquals(
                COLUMNS.all().stream().map(Column::name).toList(),
                read.get(0).stream().map(Cell::asString).toList());
        assertEquals(wanted.size() + 1, read.size());
        for (int r = 0; r < wanted.size(); r++) {
            List<Object> cells = COLUMNS.cells(wanted.get(r));
            for (int c = 0; c < cells.size(); c++)
                sameCell(cells.get(c), read.get(r + 1).getOptionalCell(c).orElse(null));
        }
    }

    private static void sameCell(Object wanted, Cell cell) {
        if (wanted == null) assertNull(cell);
        else if (wanted instanceof Boolean) assertEquals(wanted, cell.asBoolean());
        else if (wanted instanceof Long number && Math.abs(number) < 1_000_000_000_000_000L)
            assertEquals(number, cell.asNumber().longValueExact());
        else if (wanted instanceof LocalDate day && cell.getType() == CellType.NUMBER) {
            assertEquals(day.atStartOfDay(), cell.asDate());
            assertEquals("yyyy-mm-dd", cell.getDataFormatString());
        } else if (wanted instanceof Instant moment && cell.getType() == CellType.NUMBER) {
            assertEquals(0, ChronoUnit.MILLIS.between(cell.asDate(), utc(moment)), moment + " " + cell.asDate());
            assertEquals("yyyy-mm-dd hh:mm:ss.000", cell.getDataFormatString());
        } else if (wanted instanceof LocalDate day) {
            assertTrue(day.isBefore(LocalDate.of(1900, 3, 1)), "only what Excel cannot count is a text: " + day);
            assertEquals(day.toString(), cell.asString());
        } else if (wanted instanceof List<?> words)
            assertEquals(
                    XmlSafeText.of(
                            CsvText.join(words.stream().map(String.class::cast).toList())),
                    shown(cell));
        else assertEquals(XmlSafeText.of(wanted.toString()), shown(cell));
    }

    /** What Excel makes of a text; the library that reads it here knows no escapes. */
    private static String shown(Cell cell) {
        return Pattern.compile("_x([0-9A-Fa-f]{4})_")
                .matcher(cell.asString())
                .replaceAll(
                        escape -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16))));
    }

    @ParameterizedTest
    @CsvSource({
        "_x0041_, _x005F_x0041_",
        "_x000d_, _x005F_x000d_",
        "a_x005F_x0041_, a_x005F_x005F_x005F_x0041_",
        "_x41_, _x41_",
        "x0041_, x0041_"
    })
    void whatLooksLikeAnEscapeOfExcelStaysTheTextItIs(String text, String held) {
        assertEquals(held, XlsxText.cell(text, Language.en));
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }

    @Test
    void whatDoesNotFitIntoOneSheetGoesOnInTheNext() throws IOException {
        try (ReadableWorkbook book = open(written(4_000))) {
            assertEquals(
                    List.of("rows", "rows 2", "rows 3", "about", "fields"),
                    book.getSheets().map(Sheet::getName).toList());
            sameRows(
                    ROWS.subList(0, 4_000), book.findSheet("rows").orElseThrow().read());
            sameRows(
                    ROWS.subList(4_000, 8_000),
                    book.findSheet("rows 2").orElseThrow().read());
            sameRows(
                    ROWS.subList(8_000, 10_000),
                    book.findSheet("rows 3").orElseThrow().read());
            assertEquals("10000", about(book).get("rows"));
        }
        // A sheet that is just full brings no empty one with it.
        try (ReadableWorkbook book = open(written(10_000))) {
            assertEquals(3, book.getSheets().count());
        }
        assertEquals(1 << 20, XlsxTable.ROWS_OF_A_SHEET + 1);
    }

    private static byte[] written(int rowsOfASheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var table = new XlsxTable<EveryTypeRow>(EveryTypeRow.HEADING, COLUMNS, out, rowsOfASheet)) {
            for (EveryTypeRow row : ROWS) table.row(row);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void theSheetAboutSaysWhatTheRowsAreAndHowToCheckThem(Language lang) throws IOException {
        ReportHeading heading = EveryTypeRow.heading(lang);
        try (ReadableWorkbook book = open(RenderedFile.as(Format.xlsx, heading, false, ROWS))) {
            Map<String, String> about = about(book);
            assertEquals("sample", about.get("report"));
            assertEquals(heading.title(), about.get("title"));
            assertEquals("2026-11-21", about.get("asOf"));
            assertEquals("2026-11-21T08:30:00.123456Z", about.get("knownAt"));
            assertEquals("4711", about.get("revision"));
            assertEquals(heading.filter(), about.get("filter"));
            assertEquals(heading.address(), about.get("address"));
            assertEquals("10000", about.get("rows"));
            assertEquals(
                    HexFormat.of().formatHex(Sha256.sha256(RenderedFile.as(Format.ndjson, heading, false, ROWS))),
                    about.get("sha256"));
            assertTrue(about.get("").contains(lang == Language.zh ? "摘要" : "To check it"));
        }
    }

    @Test
    void theSheetOfFieldsExplainsEveryColumn() throws IOException {
        try (ReadableWorkbook book = open(RenderedFile.as(Format.xlsx, EveryTypeRow.HEADING, false, List.of()))) {
            List<Row> read = book.findSheet("fields").orElseThrow().read();
            assertEquals(COLUMNS.all().size() + 1, read.size());
            for (int c = 0; c < COLUMNS.all().size(); c++) {
                Column column = COLUMNS.all().get(c);
                Row row = read.get(c + 1);
                assertEquals(column.name(), row.getCellText(0));
                assertEquals(column.type().name(), row.getCellText(1));
                assertEquals(column.description(), row.getCellText(2));
            }
        }
    }

    @Test
    void theHeaderStaysInSightAndFiltersTheRows() throws IOException {
        Map<String, String> parts = parts(RenderedFile.as(Format.xlsx, EveryTypeRow.HEADING, false, ROWS));
        String sheet = parts.get("xl/worksheets/sheet1.xml");
        assertTrue(sheet.contains("ySplit=\"1\"") && sheet.contains("state=\"frozen\""));
        assertTrue(sheet.contains("<autoFilter ref=\"A1:J10001\">"));
        assertTrue(sheet.contains("<col min=\"3\" max=\"3\" width=\"60.0\""), "long texts get a wide column");
        assertTrue(parts.get("xl/styles.xml").contains("wrapText=\"true\""));
    }

    @Test
    void theSameRowsAreTheSamePartsButForTheMomentThatTheLibraryNotes() throws IOException {
        Map<String, String> first = parts(RenderedFile.as(Format.xlsx, EveryTypeRow.HEADING, false, ROWS));
        Map<String, String> second = parts(RenderedFile.as(Format.xlsx, EveryTypeRow.HEADING, false, ROWS));
        for (var parts : List.of(first, second))
            parts.computeIfPresent(
                    "docProps/core.xml", (name, text) -> text.replaceFirst("<dcterms:created.*</dcterms:created>", ""));
        assertEquals(first, second);
        assertEquals(new ArrayList<>(first.keySet()), new ArrayList<>(second.keySet()));
    }

    @Test
    void aWorkbookThatWasNotClosedHasNoDirectory() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter<EveryTypeRow> table =
                Tables.writer(Format.xlsx, EveryTypeRow.HEADING, EveryTypeRow.class, false, out);
        for (EveryTypeRow row : ROWS) table.row(row);
        assertTrue(out.size() > 100_000, "rows leave as they come");
        assertTrue(indexOfDirectory(out.toByteArray()) < 0);
        table.close();
        assertTrue(indexOfDirectory(out.toByteArray()) > 0);
    }

    private static int indexOfDirectory(byte[] zip) {
        return new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0005\u0006");
    }

    private static ReadableWorkbook open(byte[] bytes) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true));
    }

    private static Map<String, String> about(ReadableWorkbook book) throws IOException {
        Map<String, String> about = new HashMap<>();
        for (Row row : book.findSheet("about").orElseThrow().read()) about.put(row.getCellText(0), row.getCellText(1));
        return about;
    }

    /** By way of a file: the library leaves sizes to the directory at the end. */
    private Map<String, String> parts(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("book.xlsx"), bytes);
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry part : Collections.list(zip.entries()))
                parts.put(part.getName(), new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
        }
        return parts;
    }
}
