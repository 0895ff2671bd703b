package org.servanda.parties;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import org.servanda.testing.HttpTest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Areas, parties and the words of the register, in both languages. */
@HttpTest
class ReferenceDataTest {

    @Test
    void thereAreThirteenAreasWithLabelsAndDefinitionsInBothLanguages() {
        given().get("/api/v1/areas")
                .then()
                .statusCode(200)
                .body("items", hasSize(13))
                .body("items.label.zh", everyItem(notNullValue()))
                .body("items.definition.en", everyItem(notNullValue()));
    }

    @Test
    void theFiveAxesComeFirstAndEveryWordIsDefined() {
        given().get("/api/v1/vocabularies")
                .then()
                .statusCode(200)
                .body("items.code[0..4]", contains("status", "schedule", "freshness", "assurance", "assessment"))
                .body("items.find { it.code == 'status' }.values.code", hasItems("declared", "superseded"))
                .body("items.values.flatten().definition.zh", everyItem(notNullValue()))
                .body("items.values.flatten().definition.en", everyItem(notNullValue()));
    }

    /** Some of these words are of packages that do not know the seeds, so the contract is what both are held to. */
    @Test
    void theWordsOfTheContractAreThoseThatHaveLabels() {
        JsonPath contract = given().get("/openapi?format=json").jsonPath();
        JsonPath lists = given().get("/api/v1/vocabularies").jsonPath();
        List<String> compared = new ArrayList<>();
        for (String code : lists.<String>getList("items.code")) {
            String schema = code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1);
            List<String> words = contract.getList("components.schemas." + schema + ".enum");
            if (words == null) continue;
            compared.add(code);
            assertEquals(words, lists.getList("items.find { it.code == '" + code + "' }.values.code"), code);
        }
        assertThat(compared, hasItems("status", "updateState", "sourceClass", "milestoneState", "cycleState"));
    }

    @Test
    void aStateHasItsIsoCodesAndAnOrganisationNone() {
        given().get("/api/v1/parties/LA")
                .then()
                .statusCode(200)
                .body("iso2", is("LA"))
                .body("iso3", is("LAO"))
                .body("name.zh", is("老挝"));
        given().get("/api/v1/parties/ITU")
                .then()
                .statusCode(200)
                .body("kind", is("organisation"))
                .body("containsKey('iso2')", is(false));
        given().get("/api/v1/parties/LAOS").then().statusCode(404);
    }
}
