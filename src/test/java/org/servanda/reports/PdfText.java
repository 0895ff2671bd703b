package org.servanda.reports;

import java.io.IOException;
import java.text.Normalizer;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What a report says on paper. */
public final class PdfText {

    private PdfText() {}

    /** @param report behind {@code /reports/}, without the format */
    public static String text(String report) throws IOException {
        return text(given(), report);
    }

    public static String text(RequestSpecification caller, String report) throws IOException {
        Response answer = caller.urlEncodingEnabled(false)
                .get("/api/v1/reports/" + report + (report.contains("?") ? "&" : "?") + "format=pdf");
        assertEquals(200, answer.statusCode(), answer.asString());
        try (PDDocument paper = Loader.loadPDF(answer.asByteArray())) {
            return Normalizer.normalize(new PDFTextStripper().getText(paper), Normalizer.Form.NFKC);
        }
    }
}
