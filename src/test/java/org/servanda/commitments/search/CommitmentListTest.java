package org.servanda.commitments.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.testing.HttpTest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The list of commitments: filters, search, order, fields. */
@HttpTest
class CommitmentListTest {

    private static ValidatableResponse list(String query) {
        return given().urlEncodingEnabled(false)
                .when()
                .get("/api/v1/commitments?" + query)
                .then()
                .statusCode(200);
    }

    private static List<String> codes(String query) {
        return list("limit=200&fields=code&" + query).extract().path("items.code");
    }

    private static int total(String query) {
        return list("limit=1&fields=code&count=true&" + query).extract().path("total");
    }

    @ParameterizedTest
    @CsvSource({"ACJS-2024, 16", "GDIDCF-2024, 12", "BRDE-2023, 56", "CNS-2025, 31"})
    void anInstrumentListsItsCommitments(String instrument, int commitments) {
        assertEquals(commitments, codes("instrument=" + instrument).size());
        assertEquals(commitments, total("instrument=" + instrument));
    }

    @Test
    void allOfThemAreOneHundredAndFifteen() {
        assertEquals(115, codes("").size());
        assertEquals(115, total(""));
    }

    @Test
    void valuesOfOneFilterAreAlternativesAndDifferentFiltersMustAllHold() {
        int ai = total("area=AI");
        int skills = total("area=SKILLS");
        int both = (int)
                codes("area=AI").stream().filter(codes("area=SKILLS")::contains).count();
        assertEquals(ai + skills - both, total("area=AI,SKILLS"));
        assertEquals(ai + skills - both, total("area=AI&area=SKILLS"));
        assertTrue(Set.copyOf(codes("area=AI")).containsAll(codes("area=AI&instrument=CNS-2025")));
        assertEquals(0, total("instrument=BRDE-2023&party=SG"));
    }

    @Test
    void areaMeansPrimaryOrFurtherAndPrimaryAreaOnlyPrimary() {
        list("primaryArea=AI&limit=200").body("items.area", everyItem(equalTo("AI")));
        Set<String> any = Set.copyOf(codes("area=AI"));
        assertTrue(any.containsAll(codes("primaryArea=AI")));
        assertTrue(any.size() > total("primaryArea=AI"));
    }

    @Test
    void laosIsBoundByTheStatementTheInitiativeAndItsCableDirection() {
        List<String> laos = codes("party=LA");
        assertEquals(73, laos.size());
        assertTrue(laos.contains("CNS-2025.6"));
        list("party=LA&limit=200").body("items.parties", everyItem(hasItem("LA")));
    }

    @Test
    void anOwnerThatIsNotStatedIsAValueOfItsOwn() {
        assertEquals(94, total("owner=not_stated,jointly"));
        assertEquals(21, total("owner=named,unnamed"));
        list("owner=not_stated&limit=200").body("items.owner.stated.how", everyItem(equalTo("not_stated")));
        list("owner=ACDMM").body("items.code", contains("CNS-2025.1", "CNS-2025.2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "远程医疗 | CNS-2025.16",
                "海缆 | CNS-2025.24",
                "算力 | GDIDCF-2024.1.1",
                "缆 | CNS-2025.24",
                "submarine cable | CNS-2025.24",
                "CABLES | CNS-2025.22",
                "telemed | CNS-2025.16",
                "５Ｇ | ACJS-2024.III.1",
                "BRDE-2023.19.4 | BRDE-2023.19.4",
                "brde 19.4 | BRDE-2023.19.4",
                "人工智能 治理 | BRDE-2023.16.3",
            })
    void wordsOfAnyLengthAreFoundInBothLanguages(String q, String code) {
        given().queryParam("q", q)
                .queryParam("limit", 200)
                .get("/api/v1/commitments")
                .then()
                .statusCode(200)
                .body("items.code", hasItem(code));
    }

    @Test
    void wordsAreFoundAcrossTheLineWrapsOfThePdf() {
        // The file breaks this sentence after 远程医: "远程医\n疗".
        given().queryParam("q", "远程医疗").get("/api/v1/commitments").then().body("items.code", hasItem("BRDE-2023.12.1"));
    }

    @Test
    void pairsOfCharactersThatStandApartAreNotAWord() {
        given().queryParam("q", "工智人能").get("/api/v1/commitments").then().body("items", hasSize(0));
        given().queryParam("q", "zzzz").get("/api/v1/commitments").then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "a_b", "!", "%25"})
    void signsOfThePatternLanguageAreOnlyCharacters(String q) {
        int status = given().queryParam("q", q).get("/api/v1/commitments").statusCode();
        assertTrue(status == 200 || status == 400, "status " + status);
    }

    @Test
    void theOrderOfCodesIsTheOrderOfTheDocument() {
        List<String> codes = codes("instrument=BRDE-2023");
        assertEquals("BRDE-2023.1.1", codes.get(0));
        assertTrue(codes.indexOf("BRDE-2023.2.1") < codes.indexOf("BRDE-2023.10.1"));
        List<String> statement = codes("instrument=ACJS-2024");
        assertEquals("ACJS-2024.closing", statement.get(15));
        assertTrue(statement.indexOf("ACJS-2024.V.1") < statement.indexOf("ACJS-2024.VI.1"));
    }

    @Test
    void descendingIsTheSameListBackwards() {
        for (String key : List.of("code", "updated", "due")) {
            List<String> backwards = new java.util.ArrayList<>(codes("sort=-" + key));
            java.util.Collections.reverse(backwards);
            assertEquals(codes("sort=" + key), backwards);
        }
    }

    @Test
    void whatHasATimeFrameIsDueFirst() {
        list("sort=due&limit=2").body("items.code", contains("CNS-2025.1", "CNS-2025.2"));
        assertEquals(113, total("schedule=no_deadline"));
        list("schedule=met").body("items.code", contains("CNS-2025.1"));
    }

    @Test
    void nothingWasReportedYet() {
        assertEquals(113, total("freshness=never_reported"));
        assertEquals(2, total("freshness=not_due"));
        assertEquals(0, total("freshness=overdue"));
        assertEquals(115, total("assurance=stated_in_text"));
    }

    @Test
    void onlyTheFieldsAskedForAreAnswered() {
        list("fields=title,status&limit=3")
                .body("items[0].keySet()", equalTo(Set.of("code", "title", "status")))
                .body("items", hasSize(3));
        given().get("/api/v1/commitments/ACJS-2024.III.2?fields=area")
                .then()
                .body("keySet()", equalTo(Set.of("code", "area")));
    }

    @Test
    void aPageSaysWhatItRead() {
        list("limit=1")
                .body("asOf", notNullValue())
                .body("knownAt", containsString("Z"))
                .body("revision", not(0))
                .body("total", nullValue());
    }

    @Test
    void recordsChangedSinceAMomentAreListed() {
        assertEquals(0, total("updatedSince=2199-01-01T00:00:00Z"));
        assertEquals(115, total("updatedSince=2020-01-01T00:00:00%2B08:00"));
    }

    @Test
    void oneCommitmentCarriesItsPassagesInBothLanguages() {
        given().get("/api/v1/commitments/ACJS-2024.III.2")
                .then()
                .statusCode(200)
                .body("passages.lang", contains("zh", "en"))
                .body("wording.zh", is("推动人工智能准则、发展、安全和治理最佳实践的交流沟通。"))
                .body("passages[0].exact", is("推动人工智能准则、发展、安全和治理最佳实践的交流沟通。"))
                .body("owner.stated.how", is("not_stated"))
                .body("statusBasis.quote.start", notNullValue());
    }

    @Test
    void aMissingLanguageIsAbsentAndSaidToBeMissing() {
        Map<String, Object> wording =
                given().get("/api/v1/commitments/GDIDCF-2024.3.3").path("wording");
        assertEquals(Set.of("zh"), wording.keySet());
        given().get("/api/v1/commitments/GDIDCF-2024.3.3").then().body("divergences.kind", hasItem("missing"));
        given().get("/api/v1/commitments/GDIDCF-2024.3.2a").then().body("divergences.kind", hasItem("truncated"));
    }

    @Test
    void anItemOfThePressReportHasOurSummaryAndNoWording() {
        given().get("/api/v1/commitments/CNS-2025.30")
                .then()
                .body("wording", nullValue())
                .body("summary.zh", notNullValue())
                .body("summary.en", notNullValue())
                .body("status", is("exploring"));
    }
}
