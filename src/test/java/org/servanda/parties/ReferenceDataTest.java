package org.servanda.parties;

import org.junit.jupiter.api.Test;

import org.servanda.testing.HttpTest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

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
