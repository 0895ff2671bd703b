package org.servanda.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.servanda.formats.PdfDocument.Bar;
import org.servanda.text.Language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PdfDocumentTest {

    private static final String WORDING = "各方承诺在2027年12月31日前，推动“人工智能”领域标准互认（含第三方评估）；the parties’ efforts continue.";
    /** 17 mm, in points. */
    private static final float MARGIN = 17 / 25.4f * 72;

    @ParameterizedTest
    @EnumSource
    void everyWordCanBeSelectedInBothLanguages(Language lang) throws IOException {
        try (PDDocument pdf = open(report(lang, 60))) {
            String text = text(pdf);
            for (String word : List.of(
                    EveryTypeRow.heading(lang).title(),
                    "4711",
                    "area=AI&q=算力",
                    EveryTypeRow.heading(lang).address(),
                    lang == Language.zh ? "截至2026年11月21日" : "As of21 November 2026",
                    lang == Language.zh ? "已知于2026年11月21日 08:30:00 UTC" : "Known at21 November 2026 08:30:00 UTC",
                    "进行中 in progress",
                    "41",
                    "按领域统计 By area")) assertTrue(text.contains(folded(word)), word);
            for (int row = 0; row < 60; row++) assertTrue(text.contains(folded("CNS-2025." + row + WORDING)), text);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPageHasItsNumberAndTheHeadersOfTheTable(Language lang) throws IOException {
        try (PDDocument pdf = open(report(lang, 200))) {
            int pages = pdf.getNumberOfPages();
            assertTrue(pages > 5);
            for (int page = 1; page <= pages; page++) {
                String text = text(pdf, page);
                String number = page + " / " + pages;
                assertTrue(text.contains(folded(lang == Language.zh ? "第 " + number + " 页" : "Page " + number)), text);
                if (page > 1) assertTrue(text.contains(folded("编号承诺 Commitment期限")), "headers on page " + page);
                if (page > 1)
                    assertTrue(text.contains(folded(EveryTypeRow.heading(lang).title())), "running head");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void itIsTaggedAndSaysItsTitleAndLanguage(Language lang) throws IOException {
        try (PDDocument pdf = open(report(lang, 3))) {
            PDDocumentCatalog catalog = pdf.getDocumentCatalog();
            assertTrue(catalog.getMarkInfo().isMarked());
            assertEquals(lang == Language.zh ? "zh-Hans" : "en", catalog.getLanguage());
            assertTrue(catalog.getViewerPreferences().displayDocTitle());
            assertEquals(
                    EveryTypeRow.heading(lang).title(),
                    pdf.getDocumentInformation().getTitle());
            assertEquals(
                    EveryTypeRow.HEADING.knownAt().truncatedTo(ChronoUnit.SECONDS),
                    pdf.getDocumentInformation().getCreationDate().toInstant());
            assertTrue(
                    new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8).contains("pdfuaid:part"));
            assertNotNull(catalog.getStructureTreeRoot());
            List<String> tags = new ArrayList<>();
            collect(catalog.getStructureTreeRoot().getKids(), tags);
            for (String tag : List.of("H1", "H2", "P", "Table", "TR", "TH", "TD"))
                assertTrue(tags.contains(tag), tag + " in " + tags);
        }
    }

    private static void collect(List<Object> kids, List<String> tags) {
        for (Object kid : kids)
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStructureType());
                collect(element.getKids(), tags);
            }
    }

    @ParameterizedTest
    @EnumSource
    void allFontsAreInsideAndNothingElseIsFetched(Language lang) throws IOException {
        try (PDDocument pdf = open(report(lang, 3))) {
            int fonts = 0;
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertTrue(page.getResources().getFont(name).isEmbedded());
                    fonts++;
                }
                assertFalse(page.getResources().getXObjectNames().iterator().hasNext(), "no picture");
            }
            assertTrue(fonts > 0);
        }
    }

    @Test
    void textStaysTextWhateverItHolds() throws IOException {
        List<String> nasty = List.of(
                "</td></tr></table><h1>taken over</h1>",
                "<img src=\"http://192.0.2.1/x.png\"/>",
                "<style>body { display: none }</style>",
                "&lt;b&gt; ]]> <!-- --> <?x?>",
                "url(http://192.0.2.1/x)");
        ReportHeading heading = new ReportHeading(
                "x",
                "<b>title</b>",
                Language.en,
                EveryTypeRow.HEADING.asOf(),
                EveryTypeRow.HEADING.knownAt(),
                1,
                "q=</td>\"'",
                "/x?q=<i>");
        byte[] bytes = bytes(PdfDocument.of(heading)
                .paragraph(nasty.get(0))
                .chart(nasty.get(1), List.of(new Bar(nasty.get(2), 3)))
                .table(nasty.get(3), nasty, List.of(1, 1, 1, 1, 1), List.of(nasty)));
        try (PDDocument pdf = open(bytes)) {
            String text = text(pdf);
            for (String word : nasty) assertTrue(text.contains(folded(word)), word);
            assertTrue(text.contains(folded("<b>title</b>")));
            assertFalse(
                    pdf.getPage(0).getResources().getXObjectNames().iterator().hasNext());
        }
    }

    @Test
    void charactersAreFoundAsTheyWereWrittenNotAsTheRadicalsThatLookLikeThem() throws IOException {
        String looksLikeRadicals = "页一人大力工门见车长马鱼鸟黑齿龙食";
        try (PDDocument pdf =
                open(bytes(PdfDocument.of(EveryTypeRow.heading(Language.zh)).paragraph(looksLikeRadicals)))) {
            assertTrue(text(pdf).contains(looksLikeRadicals), text(pdf));
        }
    }

    @Test
    void whatNoFontHasIsSeenToBeMissing() throws IOException {
        try (PDDocument pdf =
                open(bytes(PdfDocument.of(EveryTypeRow.heading(Language.zh)).paragraph("卫星🛰与\u0007算力 עברית end")))) {
            String text = text(pdf);
            assertTrue(text.contains("卫星□与□算力□□□□□end"), text);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfTheSampleIsLostOrRunsIntoTheMargin(Language lang) throws IOException {
        List<List<String>> rows = EveryTypeRow.some(150)
                .map(row -> Arrays.asList(
                        row.code(),
                        row.wording(),
                        row.due() == null ? null : row.due().toString(),
                        row.areas() == null ? null : String.join("; ", row.areas())))
                .toList();
        byte[] bytes = bytes(PdfDocument.of(EveryTypeRow.heading(lang))
                .table("Rows", List.of("Code", "Wording", "Due", "Areas"), List.of(15, 50, 12, 23), rows));
        try (PDDocument pdf = open(bytes)) {
            String text = text(pdf);
            for (List<String> row : rows) assertTrue(text.contains(row.get(0)), row.get(0));
            insideTheMargins(pdf);
        }
    }

    @Test
    void aRowThatIsLongerThanAPageIsShownWhole() throws IOException {
        String endless = IntStream.range(0, 300).mapToObj(n -> "承诺" + n + "。").collect(Collectors.joining("\n"));
        String word = "w".repeat(400) + "https://example.org/" + "x/".repeat(200);
        byte[] bytes = bytes(PdfDocument.of(EveryTypeRow.HEADING)
                .table(
                        "Rows",
                        List.of("Code", "Wording"),
                        List.of(1, 4),
                        List.of(List.of("A", "before"), List.of(word, endless), List.of("B", "after"))));
        try (PDDocument pdf = open(bytes)) {
            String text = text(pdf);
            assertTrue(pdf.getNumberOfPages() > 4);
            for (int n = 0; n < 300; n++) assertTrue(text.contains("承诺" + n + "。"), "承诺" + n);
            assertTrue(text.contains("after"));
            insideTheMargins(pdf);
        }
    }

    private static void insideTheMargins(PDDocument pdf) throws IOException {
        List<TextPosition> seen = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                seen.add(text);
            }
        };
        stripper.getText(pdf);
        assertTrue(seen.size() > 1_000);
        for (TextPosition text : seen) {
            if (text.getUnicode().isBlank()) continue;
            assertTrue(text.getX() >= MARGIN - 1, "left of the margin: " + text);
            assertTrue(text.getX() + text.getWidth() <= text.getPageWidth() - MARGIN + 1, "right of it: " + text);
            assertTrue(text.getY() > 20 && text.getY() < text.getPageHeight() - 20, "above or below: " + text);
        }
    }

    @Test
    void noLineOfChineseBeginsWithWhatClosesOrEndsWithWhatOpens() throws IOException {
        List<List<String>> rows = IntStream.range(0, 60)
                .mapToObj(n -> List.of("承".repeat(n % 20) + WORDING, "诺".repeat(n % 13) + "（一）建立“工作组”；（二）公开结果。"))
                .toList();
        byte[] bytes = bytes(PdfDocument.of(EveryTypeRow.heading(Language.zh))
                .table("清单", List.of("承诺", "措施"), List.of(2, 1), rows));
        try (PDDocument pdf = open(bytes)) {
            List<String> lines = new PDFTextStripper()
                    .getText(pdf)
                    .lines()
                    .map(String::strip)
                    .toList();
            assertTrue(lines.size() > 120, "two a row at least: " + lines.size());
            for (String line : lines) {
                if (line.isEmpty()) continue;
                assertTrue("，。；、）".indexOf(line.charAt(0)) < 0, line);
                assertTrue("（".indexOf(line.charAt(line.length() - 1)) < 0, line);
            }
        }
    }

    @Test
    void theSameDocumentIsTheSameBytes() throws IOException {
        assertArrayEquals(report(Language.zh, 30), report(Language.zh, 30));
    }

    @Test
    void aTableWhoseRowsDoNotFitItsHeadersIsRefused() {
        PdfDocument document = PdfDocument.of(EveryTypeRow.HEADING);
        List<String> headers = List.of("a", "b");
        assertThrows(
                IllegalArgumentException.class,
                () -> document.table("t", headers, List.of(1, 1), List.of(List.of("1"))));
        assertThrows(IllegalArgumentException.class, () -> document.table("t", headers, List.of(1), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Bar("x", -1));
    }

    private static byte[] report(Language lang, int rows) throws IOException {
        return bytes(PdfDocument.of(EveryTypeRow.heading(lang))
                .paragraph("本报告列出全部承诺。This report lists all commitments.")
                .chart("按状态统计 By status", List.of(new Bar("进行中 in progress", 41), new Bar("已撤回 withdrawn", 0)))
                .table(
                        "按领域统计 By area",
                        List.of("领域 Area", "合计 total"),
                        List.of(3, 1),
                        List.of(List.of("人工智能 AI", "41"), List.of("算力 computing", "0")))
                .table(
                        "清单 List",
                        List.of("编号", "承诺 Commitment", "期限"),
                        List.of(15, 73, 12),
                        IntStream.range(0, rows)
                                .mapToObj(
                                        n -> Arrays.asList("CNS-2025." + n, WORDING, n % 3 == 0 ? null : "2027-12-31"))
                                .toList()));
    }

    private static byte[] bytes(PdfDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.write(out);
        return out.toByteArray();
    }

    private static PDDocument open(byte[] bytes) throws IOException {
        return Loader.loadPDF(bytes);
    }

    private static String text(PDDocument pdf) throws IOException {
        return folded(new PDFTextStripper().getText(pdf));
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return folded(stripper.getText(pdf));
    }

    /** Line breaks are the layout's. */
    private static String folded(String text) {
        return text.replaceAll("(?U)\\s+", "");
    }
}
