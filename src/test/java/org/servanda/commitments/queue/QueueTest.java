package org.servanda.commitments.queue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.servanda.testing.EditFixture;
import org.servanda.testing.HttpTest;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who owes a report on what, and for how long. */
@HttpTest
class QueueTest {

    private static ValidatableResponse queue(String query) {
        return given().get("/api/v1/queue?limit=200&" + query).then().statusCode(200);
    }

    private static String item(String code) {
        return "items.find { it.commitment == '" + code + "' }.";
    }

    @Test
    void whatWasNeverReportedIsOwedSinceItsFirstReportWasDue() {
        // Adopted on 2024-10-10, to be reported on every 90 days.
        String of = "instrument=ACJS-2024&asOf=";
        String one = item("ACJS-2024.I.1");
        queue(of + "2024-12-31")
                .body(one + "freshness", is("never_reported"))
                .body(one + "reportDue", is("2025-01-08"))
                .body(one + "days", is(-8));
        queue(of + "2025-01-09").body(one + "days", is(1));
        queue(of + "2025-01-09").body("items", org.hamcrest.Matchers.hasSize(16));
        given().get("/api/v1/queue?asOf=2000-01-01").then().body("items", is(List.of()));
    }

    @Test
    void aReportIsCurrentThenDueThenOverdueAndTheBordersAreDays() {
        String code = "ACJS-2024.I.2";
        UpdateFixture.of(code).on("2025-03-01").counted();
        String of = "instrument=ACJS-2024&asOf=";
        queue(of + "2025-05-30").body("items.commitment", not(hasItem(code)));
        queue(of + "2025-05-31")
                .body(item(code) + "freshness", is("due"))
                .body(item(code) + "reportDue", is("2025-05-30"))
                .body(item(code) + "days", is(1))
                .body(item(code) + "lastUpdate.effectiveOn", is("2025-03-01"));
        queue(of + "2025-06-29").body(item(code) + "freshness", is("due"));
        queue(of + "2025-06-30").body(item(code) + "freshness", is("overdue"));
        // Before the report was made, it was owed.
        queue(of + "2025-02-28").body(item(code) + "freshness", is("never_reported"));
    }

    @Test
    void theLeadOwesAndWhereNoneLeadsAllDoAndWhereAllAreToReportThoseWhoHaveNot() {
        String code = "ACJS-2024.II.1";
        List<String> bound = given().get("/api/v1/commitments/" + code).path("parties");
        queue("asOf=2025-06-30")
                .body(item(code) + "owedBy", is(bound.stream().sorted().toList()));
        EditFixture.commitment(code, "{\"owner\":{\"assigned\":{\"party\":\"SG\"}},\"effectiveOn\":\"2025-07-01\"}")
                .then()
                .statusCode(200);
        queue("asOf=2025-06-30&reporter=TH").body("items.commitment", hasItem(code));
        queue("asOf=2025-07-01&reporter=TH").body("items.commitment", not(hasItem(code)));
        queue("asOf=2025-07-01&reporter=SG").body(item(code) + "owedBy", contains("SG"));
        EditFixture.commitment(code, "{\"rollUp\":\"all\",\"effectiveOn\":\"2025-08-01\"}")
                .then()
                .statusCode(200);
        UpdateFixture.of(code).on("2025-08-15").about("TH").counted();
        // One has reported, the others have not: the whole is still owed, by the others.
        queue("asOf=2025-08-31")
                .body(item(code) + "freshness", is("overdue"))
                .body(item(code) + "owedBy", not(hasItem("TH")))
                .body(item(code) + "owedBy.size()", is(bound.size() - 1));
        UpdateFixture.of(code).on("2025-08-16").counted();
        queue("asOf=2025-08-31").body("items.commitment", not(hasItem(code)));
    }

    @Test
    void whatIsClosedIsOwedByNobody() {
        String code = "ACJS-2024.II.2";
        UpdateFixture.of(code).on("2025-03-01").status("completed").backed().counted();
        queue("asOf=2025-12-31").body("items.commitment", not(hasItem(code)));
        given().get("/api/v1/queue?status=completed").then().statusCode(400).body("errors[0].parameter", is("status"));
        given().get("/api/v1/queue?freshness=current,due")
                .then()
                .statusCode(400)
                .body("errors[0].allowed", contains("never_reported", "due", "overdue"));
        given().get("/api/v1/queue?sort=code").then().statusCode(400).body("code", is("unknown-parameter"));
    }

    @Test
    void itIsWalkedFromTheLongestDueAndItsCountsLeadToItsItems() {
        String asOf = "asOf=2025-10-31";
        List<Map<String, Object>> walked = new ArrayList<>();
        String cursor = "";
        do {
            ValidatableResponse page = given().get("/api/v1/queue?limit=7&count=true&" + asOf + cursor)
                    .then()
                    .statusCode(200);
            walked.addAll(page.extract().path("items"));
            String next = page.extract().path("next");
            cursor = next == null ? null : "&cursor=" + next;
        } while (cursor != null);
        List<LocalDate> due = walked.stream()
                .map(item -> LocalDate.parse(item.get("reportDue").toString()))
                .toList();
        assertEquals(due.stream().sorted().toList(), due);
        ValidatableResponse first = queue("count=true&" + asOf).body("total", is(walked.size()));
        assertTrue(walked.size() > 100, "most of the register was never reported on");
        List<String> addresses = first.extract().path("counts.items");
        List<Integer> counts = first.extract().path("counts.count");
        for (int i = 0; i < counts.size(); i++) {
            String items = addresses.get(i);
            given().get(items + "&limit=200")
                    .then()
                    .body("items.size()", is(counts.get(i)))
                    .body("items.status", everyItem(not(is("completed"))));
        }
        first.body("counted.byReporter", startsWith("/api/v1/summary?by=reporter,freshness&"));
        String byReporter = first.extract().path("counted.byReporter");
        given().get(byReporter)
                .then()
                .statusCode(200)
                .body("denominator", is(walked.size()))
                .body(
                        "cells.find { it.reporter == 'LA' && it.freshness == 'never_reported' }.count",
                        org.hamcrest.Matchers.greaterThan(50));
    }
}
