package org.servanda.instruments;

import java.util.List;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.servanda.testing.HttpTest;
import org.servanda.text.Sha256;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Source documents, cited to the character. */
@HttpTest
class InstrumentsTest {

    @Test
    void theFourInstrumentsStandInTheOrderOfTheirAdoption() {
        given().get("/api/v1/instruments")
                .then()
                .statusCode(200)
                .body("items.code", contains("BRDE-2023", "ACJS-2024", "GDIDCF-2024", "CNS-2025"))
                .body("items.commitments", contains(56, 16, 12, 31));
    }

    @ParameterizedTest
    @CsvSource({"ACJS-2024, zh", "ACJS-2024, en", "GDIDCF-2024, zh", "GDIDCF-2024, en", "BRDE-2023, zh"})
    void everyPassageIsCutOutOfTheTextWhereItSays(String code, String lang) {
        JsonPath text = given().get("/api/v1/instruments/" + code + "/texts/" + lang)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String whole = text.getString("text");
        assertEquals(Sha256.sha256(whole), text.getString("sha256"));
        assertEquals(whole.codePointCount(0, whole.length()), text.getInt("codePoints"));
        List<Map<String, Object>> passages = given().get("/api/v1/instruments/" + code + "/passages?lang=" + lang)
                .then()
                .statusCode(200)
                .body("items.lang", everyItem(is(lang)))
                .extract()
                .path("items");
        StringBuilder together = new StringBuilder();
        for (Map<String, Object> passage : passages) {
            int start = whole.offsetByCodePoints(0, (Integer) passage.get("start"));
            int end = whole.offsetByCodePoints(0, (Integer) passage.get("end"));
            assertEquals(passage.get("exact"), whole.substring(start, end));
            assertEquals(passage.get("sha256"), Sha256.sha256(whole.substring(start, end)));
            together.append(passage.get("exact"));
        }
        assertEquals(
                whole.replaceAll("\\s", ""), together.toString().replaceAll("\\s", ""), "passages are the whole text");
    }

    @Test
    void thePressReportIsQuotedNotShipped() {
        given().get("/api/v1/instruments/CNS-2025/texts/zh")
                .then()
                .statusCode(200)
                .body("text", nullValue())
                .body("version.shipped", is(false))
                .body("version.completeness", is("quotes_only"));
        List<String> quotes =
                given().get("/api/v1/instruments/CNS-2025/passages").path("items.exact");
        quotes.forEach(quote -> assertEquals(true, quote.length() <= 40, quote));
    }

    @Test
    void theTruncatedEnglishTextIsSaidToBeTruncated() {
        given().get("/api/v1/instruments/GDIDCF-2024")
                .then()
                .body("texts.find { it.lang == 'en' }.completeness", is("truncated"))
                .body("divergences.kind", hasItem("naming"));
        given().get("/api/v1/instruments/GDIDCF-2024/texts/en")
                .then()
                .body("text", containsString("exchanges and mut..."));
    }

    @Test
    void onlyTheMembersAtTheAdoptionDateStandInTheStatement() {
        given().get("/api/v1/instruments/ACJS-2024")
                .then()
                .body("parties.party", hasSize(11))
                .body("parties.party", org.hamcrest.Matchers.not(hasItem("TL")));
        given().get("/api/v1/parties/TL")
                .then()
                .statusCode(200)
                .body("memberOf[0].party", is("ASEAN"))
                .body("memberOf[0].from", is("2025-10-26"));
    }

    @Test
    void whatDoesNotExistIsNotFoundAndTheNearestIsNamed() {
        given().get("/api/v1/instruments/ACJS-2025").then().statusCode(404).body("detail", containsString("ACJS-2024"));
        given().get("/api/v1/instruments/BRDE-2023/texts/en").then().statusCode(404);
        given().get("/api/v1/instruments/NOPE/passages").then().statusCode(404);
        given().get("/api/v1/instruments/BRDE-2023/passages?lang=fr")
                .then()
                .statusCode(400)
                .body("errors[0].allowed", contains("zh", "en"));
    }
}
