package org.servanda.commitments.standings;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.servanda.testing.ApiRequests;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.text.SearchWords;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What people type or paste finds what they see. */
@HttpTest
class FoldedSearchTest {

    private static final String CITY = "ACJS-2024.III.2";

    @Inject
    EntityManager entities;

    @Inject
    SearchIndexUpgrade terms;

    private static List<String> found(String q) {
        return given().queryParam("q", q)
                .queryParam("limit", 200)
                .get("/api/v1/commitments")
                .then()
                .statusCode(200)
                .extract()
                .path("items.code");
    }

    private static void rename(String code, String title) {
        String path = "/api/v1/commitments/" + code;
        given().auth()
                .oauth2(TestKeys.secretariat())
                .contentType("application/merge-patch+json")
                .header("If-Match", given().get(path).header("ETag"))
                .body(JsonNodeFactory.instance
                        .objectNode()
                        .set("title", JsonNodeFactory.instance.objectNode().put("en", title))
                        .toString()
                        .getBytes(StandardCharsets.UTF_8))
                .patch(path)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "人工智能, '人工\u200B智能'",
        "人工智能, '\uFEFF人工智能'",
        "人工智能, '“人工智能”'",
        "人工智能, '\"人工智能\"'",
        "人工智能, '「人工智能」'",
        "人工智能, '人工智能。'",
        "人工智能, '人工\u00AD智能\u2060'",
        "intelligence, 'intelligence,'",
        "intelligence, '(Intelligence)'",
        "cooperation, 'Cooperation!'",
        "cooperation, '‘Cooperation’'",
        "ASEAN-China, 'ASEAN\u2013China'"
    })
    void whatNobodySeesMakesNoDifference(String plain, String pasted) {
        List<String> wanted = found(plain);
        assertFalse(wanted.isEmpty(), "something is found");
        assertEquals(wanted, found(pasted));
    }

    @ParameterizedTest
    @CsvSource({
        "İstanbul and its region, istanbul",
        "İstanbul and its region, ISTANBUL",
        "Straße to the port, STRASSE",
        "Straße to the port, strasse",
        "Indonesia's plan, Indonesia’s",
        "Indonesia’s plan, Indonesia's",
        "Co\u00ADoperation in metrology, cooperation",
        "Zero\u200Bwidth, zerowidth",
        "The “Quoted” plan, 'quoted plan'",
        "The “Quoted” plan, '\"the quoted plan\"'"
    })
    void theTextIsFoldedAsTheQueryIs(String title, String q) {
        rename(CITY, title);
        assertTrue(found(q).contains(CITY), q);
    }

    @ParameterizedTest
    @CsvSource({"thailand, TH", "Viet Nam, VN", "泰国, TH", "'Thailand,', TH", "ｔｈ, TH"})
    void aPartyIsKnownByItsName(String name, String code) {
        given().queryParam("party", name.replace(",", ""))
                .get("/api/v1/commitments")
                .then()
                .statusCode(400)
                .body("errors[0].nearest", is(code));
        given().get("/api/v1/parties/{name}", name)
                .then()
                .statusCode(404)
                .body("detail", endsWith(" The nearest known one is " + code + "."));
    }

    @Test
    void quotationMarksMeanTheseWordsTogether() {
        rename(CITY, "Cables laid under the sea, submarine in other words");
        assertTrue(found("submarine cables").contains(CITY));
        assertFalse(found("“submarine cables”").contains(CITY));
        rename(CITY, "Submarine\u00A0 cables, and more");
        assertTrue(found("\"submarine cables\"").contains(CITY));
        assertTrue(found("\"cables and\"").contains(CITY));
    }

    @Test
    void aTextThatFoldingMakesEighteenTimesAsLongIsKeptAndFound() {
        String blessing = "\uFDFA".repeat(4_000);
        ApiRequests.post(
                        TestKeys.secretariat(),
                        "/api/v1/commitments",
                        Map.ofEntries(
                                Map.entry("code", "CNS-2025.long"),
                                Map.entry("instrument", "CNS-2025"),
                                Map.entry("item", "𠀀".repeat(40)),
                                Map.entry("title", Map.of("zh", "\uFDFA".repeat(300), "en", "\uFDFA".repeat(300))),
                                Map.entry("summary", Map.of("zh", blessing, "en", blessing)),
                                Map.entry("quotes", List.of(Map.of("lang", "zh", "text", "合作", "start", 0, "end", 2))),
                                Map.entry("area", "AI"),
                                Map.entry("kind", "pledge"),
                                Map.entry("obligation", "promote"),
                                Map.entry("parties", List.of("CN")),
                                Map.entry("owner", Map.of("how", "not_stated"))))
                .then()
                .statusCode(201);
        given().queryParam("q", "\uFDFA")
                .get("/api/v1/commitments")
                .then()
                .statusCode(200)
                .body("items.code", hasItem("CNS-2025.long"));
    }

    @Test
    void whatWasStoredByAnotherFoldingIsMadeAnewAtTheStart() {
        List<String> wanted = found("intelligence");
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("update commitment_details set search_text = 'old'")
                    .executeUpdate();
            entities.createNativeQuery("delete from commitment_term").executeUpdate();
            entities.createNativeQuery("update register set folding = 1").executeUpdate();
        });
        assertEquals(List.of(), found("intelligence"));
        terms.upgrade(null);
        assertEquals(wanted, found("intelligence"));
        assertEquals(SearchWords.VERSION, folding());
    }

    private int folding() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery("select folding from register")
                                .getSingleResult())
                        .intValue());
    }
}
