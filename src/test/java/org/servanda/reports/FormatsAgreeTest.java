package org.servanda.reports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.servanda.commitments.standings.ManyCommitments;
import org.servanda.formats.Column;
import org.servanda.formats.Columns;
import org.servanda.formats.CsvText;
import org.servanda.reports.delivery.StreamedResponse;
import org.servanda.reports.status.StatusRow;
import org.servanda.testing.HttpTest;
import org.servanda.testing.RandomSize;
import org.servanda.text.Language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Thousands of commitments with odd texts: every cell is the same in every format. */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormatsAgreeTest {

    private static final int COMMITMENTS = RandomSize.of(2_500, 10_000);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Fields that only follow from others, or say which entry it was. */
    private static final Set<String> BESIDE =
            Set.of("statusSince", "lastReportRecordedAt", "passages", "entry", "recordedAt");

    private static final List<Column> COLUMNS = Columns.of(StatusRow.class).all();

    @Inject
    ManyCommitments multitude;

    @BeforeAll
    void enterThousands() {
        multitude.enter(COMMITMENTS, "CNS-2025", 45);
    }

    @ParameterizedTest
    @EnumSource
    void everyCellIsTheSameInAllOfThem(Language lang) throws IOException {
        // All at the same coordinates, whatever happens meanwhile.
        String address = JSON.readTree(read("/api/v1/reports/status?lang=" + lang))
                .get("address")
                .textValue();
        JsonNode document = JSON.readTree(read(address));
        JsonNode items = document.get("items");
        assertTrue(items.size() > COMMITMENTS);
        assertEquals(items.size(), document.get("rows").intValue());
        List<List<String>> wanted = new ArrayList<>();
        items.forEach(item -> wanted.add(cells(item)));
        sameAsLines(items, as(address, "ndjson"));
        sameAsCsv(wanted, as(address, "csv"));
        sameAsWorkbook(wanted, as(address, "xlsx"));
    }

    @Test
    void changesAreWhatTwoStatusReportsDifferBy() throws IOException {
        String from = "asOf=2026-02-28";
        String to = "asOf=2026-10-31";
        String filter = "&instrument=CNS-2025&freshness=current,due,overdue&lang=zh&format=json";
        Map<String, JsonNode> before = byCode("/api/v1/reports/status?" + from + filter);
        Map<String, JsonNode> after = byCode("/api/v1/reports/status?" + to + filter);
        Set<String> wanted = new TreeSet<>();
        before.forEach((code, row) -> {
            if (!after.containsKey(code)) wanted.add(code + " left status " + row.get("status") + " null");
        });
        after.forEach((code, row) -> {
            if (!before.containsKey(code)) wanted.add(code + " entered status null " + row.get("status"));
            else differences(code, before.get(code), row, wanted);
        });
        JsonNode changes = JSON.readTree(read("/api/v1/reports/changes?fromAsOf=2026-02-28&" + to + filter));
        Set<String> told = new TreeSet<>();
        changes.get("items")
                .forEach(row -> told.add(row.get("code").textValue() + " "
                        + row.get("change").textValue() + " " + row.get("field").textValue() + " " + row.get("before")
                        + " " + row.get("after")));
        assertTrue(told.size() > COMMITMENTS / 10, told.size() + " changes");
        assertEquals(wanted, told);
    }

    private static Map<String, JsonNode> byCode(String address) throws IOException {
        Map<String, JsonNode> rows = new TreeMap<>();
        JSON.readTree(read(address))
                .get("items")
                .forEach(row -> rows.put(row.get("code").textValue(), row));
        return rows;
    }

    private static void differences(String code, JsonNode was, JsonNode is, Set<String> differences) {
        for (Column column : COLUMNS) {
            String name = column.name();
            if (name.endsWith("Label") || BESIDE.contains(name)) continue;
            String old = cell(was.get(name));
            String now = cell(is.get(name));
            if (!Objects.equals(old, now))
                differences.add(code + " changed " + name + " " + json(old) + " " + json(now));
        }
    }

    private static String json(String text) {
        return text == null ? "null" : TextNode.valueOf(text).toString();
    }

    @Test
    void onPaperIsAsMuchAsPeopleReadAndItSaysSo() throws IOException {
        try (PDDocument paper = Loader.loadPDF(read("/api/v1/reports/status?instrument=CNS-2025&format=pdf&lang=zh"))) {
            String text = Normalizer.normalize(new PDFTextStripper().getText(paper), Normalizer.Form.NFKC);
            assertTrue(text.contains("承诺事项共 " + (COMMITMENTS + 31) + " 项"), text.substring(0, 500));
            assertTrue(text.contains("以下仅列出 " + (COMMITMENTS + 31) + " 行中的前 2000 行"));
            assertTrue(text.contains("CNS-2025.X1968") && !text.contains("CNS-2025.X1969"));
        }
    }

    @Test
    void whatIsWrittenWhileAReportIsReadIsNotInIt() throws IOException, InterruptedException {
        HttpResponse<InputStream> slow = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port
                                        + "/api/v1/reports/status?format=ndjson"))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        byte[] whole;
        try (InputStream in = slow.body()) {
            byte[] head = in.readNBytes(1_000);
            multitude.rename("CNS-2025.X" + (COMMITMENTS - 1), LocalDate.of(2026, 1, 1), "Written meanwhile");
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            read.write(head);
            in.transferTo(read);
            whole = read.toByteArray();
        }
        String revision = slow.headers().firstValue("Servanda-Revision").orElseThrow();
        assertFalse(new String(whole, StandardCharsets.UTF_8).contains("Written meanwhile"));
        assertArrayEquals(whole, read("/api/v1/reports/status?format=ndjson&knownAt=" + revision));
        String now = new String(read("/api/v1/reports/status?format=ndjson"), StandardCharsets.UTF_8);
        assertTrue(now.contains("Written meanwhile"));
    }

    private static byte[] as(String address, String format) {
        return read(address.replace("format=json", "format=" + format));
    }

    private static byte[] read(String address) {
        StreamedResponse answer = StreamedResponse.get(address);
        assertEquals(200, answer.status(), answer.text());
        return answer.body();
    }

    /** The cells of an item: null for what is absent; lists joined; no field but the columns, and in their order. */
    private static List<String> cells(JsonNode item) {
        List<String> names = new ArrayList<>();
        item.fieldNames().forEachRemaining(names::add);
        assertEquals(COLUMNS.stream().map(Column::name).filter(item::has).toList(), names);
        return COLUMNS.stream().map(column -> cell(item.get(column.name()))).toList();
    }

    private static String cell(JsonNode value) {
        if (value == null) return null;
        if (!value.isArray()) return value.asText();
        List<String> words = new ArrayList<>();
        value.forEach(word -> words.add(word.textValue()));
        return words.isEmpty() ? null : CsvText.join(words);
    }

    private static void sameAsLines(JsonNode items, byte[] ndjson) throws IOException {
        List<String> lines = new String(ndjson, StandardCharsets.UTF_8).lines().toList();
        assertEquals(items.size(), lines.size());
        for (int i = 0; i < lines.size(); i++) assertEquals(items.get(i), JSON.readTree(lines.get(i)));
    }

    private static void sameAsCsv(List<List<String>> wanted, byte[] csv) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(new ByteArrayInputStream(csv))) {
            List<CsvRecord> records = reader.stream().toList();
            assertEquals(
                    COLUMNS.stream().map(Column::name).toList(), records.get(0).getFields());
            assertEquals(wanted.size() + 1, records.size());
            for (int r = 0; r < wanted.size(); r++) {
                List<String> read = new ArrayList<>();
                for (int c = 0; c < COLUMNS.size(); c++)
                    read.add(field(COLUMNS.get(c), records.get(r + 1).getField(c)));
                assertEquals(wanted.get(r), read);
            }
        }
    }

    private static String field(Column column, String field) {
        if (field.isEmpty()) return null;
        if (column.type() == Column.Type.list)
            return CsvText.join(
                    CsvText.split(field).stream().map(CsvText::unguard).toList());
        return column.type() == Column.Type.text ? CsvText.unguard(field) : field;
    }

    private static void sameAsWorkbook(List<List<String>> wanted, byte[] xlsx) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<Row> rows = book.getFirstSheet().read();
            assertEquals(
                    COLUMNS.stream().map(Column::name).toList(),
                    rows.get(0).stream().map(Cell::asString).toList());
            assertEquals(wanted.size() + 1, rows.size());
            for (int r = 0; r < wanted.size(); r++)
                for (int c = 0; c < COLUMNS.size(); c++) {
                    Cell cell = rows.get(r + 1).getOptionalCell(c).orElse(null);
                    sameCell(COLUMNS.get(c), wanted.get(r).get(c), cell);
                }
        }
    }

    /** Excel counts days, and milliseconds within them. */
    private static void sameCell(Column column, String wanted, Cell cell) {
        // No word of a list is an empty text.
        if (wanted == null)
            assertTrue(cell == null || cell.getValue() == null || "".equals(cell.getValue()), column.name());
        else
            switch (column.type()) {
                case integer -> assertEquals(new BigDecimal(wanted), cell.asNumber());
                case date -> assertEquals(LocalDate.parse(wanted).atStartOfDay(), cell.asDate());
                case time -> {
                    LocalDateTime moment = LocalDateTime.ofInstant(
                            Instant.parse(wanted).truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
                    assertEquals(0, ChronoUnit.MILLIS.between(moment, cell.asDate()), wanted + " " + cell.asDate());
                }
                default -> assertEquals(wanted, cell.asString(), column.name());
            }
    }
}
