package org.servanda.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;

/**
 * Lays a document out as PDF/UA: tagged, with embedded fonts. It fetches nothing and uses no font of the machine, so that the
 * pages are the same everywhere.
 */
final class PdfPrinter {

    private static final String STYLE = new String(resource("/formats/pdf.css"), StandardCharsets.UTF_8);

    static {
        // The library logs every step of the layout; errors are thrown anyway.
        XRLog.setLoggingEnabled(false);
    }

    private PdfPrinter() {}

    /** @param made the date of the document: when its content was known, not when it was printed */
    static void print(Document document, Instant made, OutputStream out) throws IOException {
        try (PdfFont chinese = new PdfFont("/fonts/NotoSansSC-Regular.ttf");
                PdfFont latin = new PdfFont("/fonts/NotoSans-Regular.ttf");
                PDDocument pdf = new PDDocument()) {
            PdfRendererBuilder builder = sealed().withW3cDocument(document, null)
                    .usePDDocument(pdf)
                    .useFont(chinese.in(pdf), "Noto Sans SC")
                    .useFont(latin.in(pdf), "Noto Sans");
            try (var renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                pdf.getDocumentInformation().setCreationDate(calendar(made));
                pdf.setDocumentId(made.toEpochMilli());
                pdf.save(out);
            }
        }
    }

    private static PdfRendererBuilder sealed() {
        return new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .withProducer("Servanda")
                // Shown for characters that both fonts lack, such as emoji.
                .useReplacementText("□")
                .useUriResolver((base, uri) -> null)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
    }

    private static Calendar calendar(Instant moment) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(moment.toEpochMilli());
        return calendar;
    }

    static String style(DocumentMessages messages) {
        return STYLE.replace("var-page-number", messages.pageContent()).replace("var-fonts", messages.fonts());
    }

    private static byte[] resource(String name) {
        try (InputStream in = PdfPrinter.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
