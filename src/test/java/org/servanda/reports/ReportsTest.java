package org.servanda.reports;

import java.time.LocalDate;
import java.util.List;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.servanda.testing.HttpTest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What the reports say of the register as the seeds make it. */
@HttpTest
class ReportsTest {

    private static final String REPORTS = "/api/v1/reports/";

    private static ValidatableResponse report(String query) {
        return given().urlEncodingEnabled(false).get(REPORTS + query).then().statusCode(200);
    }

    @Test
    void theStatusReportHasEveryCommitmentOfTheFilterAsTheListHasIt() {
        JsonPath list = given().get("/api/v1/commitments?area=AI&limit=200").jsonPath();
        JsonPath rows = report("status?area=AI").extract().jsonPath();
        assertEquals(list.getList("items.code"), rows.getList("items.code"));
        assertEquals(list.getList("items.status"), rows.getList("items.status"));
        assertEquals(list.getList("items.title.zh"), rows.getList("items.titleZh"));
        assertEquals(list.getList("items.owner.stated.how"), rows.getList("items.ownerStated"));
        assertEquals(rows.getList("items").size(), rows.getInt("rows"));
        assertEquals("area=AI", rows.getString("filter"));
    }

    @Test
    void labelsAreInTheLanguageAskedForAndTextsInBoth() {
        report("status?q=ACJS-2024.III.2&lang=zh")
                .body("items[0].statusLabel", is("已宣布"))
                .body("items[0].areaLabel", is("人工智能"))
                .body("title", is("承诺事项实施状况"));
        report("status?q=ACJS-2024.III.2")
                .body("items[0].statusLabel", is("Declared"))
                .body("items[0].wordingZh", notNullValue())
                .body("items[0].wordingEn", notNullValue())
                .body("items[0].passages", hasSize(2));
    }

    @Test
    void itsAddressGivesTheSameBytesAgain() {
        String first = report("status?instrument=ACJS-2024").extract().asString();
        String address = JsonPath.from(first).getString("address");
        assertEquals(first, given().urlEncodingEnabled(false).get(address).asString());
    }

    @Test
    void whatWasNotThereYetEnters() {
        LocalDate before = LocalDate.of(2024, 12, 31);
        report("changes?fromAsOf=" + before + "&asOf=2025-12-31")
                .header("Servanda-As-Of", is("2025-12-31"))
                .body("items.change", everyItem(is("entered")))
                .body("items.instrument", everyItem(is("CNS-2025")))
                .body("rows", is(31))
                .body("items.field", everyItem(is("status")))
                .body("items[0].afterLabel", is("Completed"));
    }

    @ParameterizedTest
    @CsvSource({
        "changes, fromAsOf",
        "changes?fromAsOf=yesterday, fromAsOf",
        "changes?fromKnownAt=0, fromKnownAt",
        "changes?fromKnownAt=2&knownAt=never, knownAt",
        "changes?fromAsOf=2025-01-01&asOf=2199-01-01, asOf",
        "status?lang=fr, lang",
        "status?format=doc, format",
        "coverage?area=AII, area",
        "coverage?limit=3, limit"
    })
    void whatCannotBeReadIsRefusedByName(String query, String parameter) {
        given().urlEncodingEnabled(false)
                .get(REPORTS + query)
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItems(parameter));
    }

    @Test
    void coverageCountsAgainstAllAndNamesTheAddressOfTheItems() {
        JsonPath coverage = report("coverage?lang=zh").extract().jsonPath();
        assertEquals(115, coverage.getInt("items[0].commitments"));
        assertEquals(94, coverage.getInt("items[0].noOwner"));
        assertEquals(113, coverage.getInt("items[0].noTimeFrame"));
        assertEquals(115, coverage.getInt("items[0].neverReported"));
        assertEquals(List.of(16, 56, 31, 12), coverage.getList("items.findAll { it.by == 'instrument' }.commitments"));
        assertEquals("人工智能", coverage.getString("items.find { it.by == 'area' && it.code == 'AI' }.label"));
        for (Object row : coverage.getList("items.findAll { it.by != 'instrument' }.items")) {
            int rows = given().urlEncodingEnabled(false)
                    .get(row + "&count=true&limit=1")
                    .jsonPath()
                    .getInt("total");
            assertEquals(coverage.getInt("items.find { it.items == '" + row + "' }.commitments"), rows, row.toString());
        }
    }

    @Test
    void coverageOfAFilterHasOnlyWhatTheFilterLetsThrough() {
        report("coverage?party=LA")
                .body("items.findAll { it.by == 'party' }.code", contains("LA"))
                .body("items[0].commitments", is(73));
        report("coverage?party=LA&partyStatus=not_reported")
                .body("items.findAll { it.by == 'party' }.items", contains(nullValue()));
    }
}
