package org.servanda.commitments.standings;

import java.util.ArrayList;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.servanda.testing.HttpTest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What somebody did to the tables behind the register's back is found and put right. */
@HttpTest
class ProjectionCheckTest {

    private static final String ONE = "ACJS-2024.III.2";

    @Inject
    ProjectionCheck standings;

    @Inject
    EntityManager entities;

    private final List<String> told = new ArrayList<>();

    private void tamper(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> assertTrue(entities.createNativeQuery(sql).executeUpdate() > 0, sql));
    }

    private String found() {
        told.clear();
        assertFalse(standings.check(told::add));
        return String.join("\n", told);
    }

    @AfterEach
    void whatWasFoundCanBePutRight() {
        List<String> before = new ArrayList<>();
        standings.check(before::add);
        told.clear();
        assertTrue(standings.rebuild(told::add));
        assertEquals(before, told.subList(0, before.size()), "the same is told");
        told.clear();
        assertTrue(standings.check(told::add), told.toString());
    }

    @Test
    void aRegisterThatNobodyTamperedWithHasNoDifference() {
        assertTrue(standings.check(told::add), told.toString());
        assertEquals(List.of("115 commitment(s) with 115 rectangle(s) replayed: no difference"), told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            status = 'completed'                                   | status is stored as completed, replayed as
            status_since = date '2025-01-01'                       | statusSince is stored as 2025-01-01
            valid_from = date '2024-10-09'                         | is stored, but does not follow from the ledger
            valid_to = date '2025-01-01'                           | to is stored as 2025-01-01, replayed as 9999-12-31
            recorded_to = 100000                                   | known to entry is stored as 100000, replayed as open
            recorded_from = recorded_from - 1                      | is not stored
            latest = false                                         | latest is stored as false, replayed as true
            area = 'GREEN'                                         | area is stored as GREEN, replayed as AI
            kind = 'event'                                         | kind is stored as event
            assurance = 'verified'                                 | assurance is stored as verified
            due = date '2025-01-01'                                | due is stored as 2025-01-01, replayed as 9999-12-31
            report_due = date '2025-01-01'                         | reportDue is stored as 2025-01-01, replayed as 20
            reported = true                                        | reported is stored as true, replayed as false
            version = version + 1                                  | origin is stored as Origin
            content = replace(content, 'stated_in_text', 'verified') | progress is stored as
            """)
    void aChangedStandingIsReportedAndPutRight(String change, String line) {
        tamper("update standing set " + change + " where code = '" + ONE + "'");
        String found = found();
        assertTrue(found.contains(ONE + " from 2024-10-"), found);
        assertTrue(found.contains(line), found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            update commitment_details set content = replace(content, 'pledge', 'event') where code = 'ACJS-2024.III.2' | details is stored as
            update commitment_details set search_text = 'nothing' where code = 'ACJS-2024.III.2'                       | search text is stored as nothing
            delete from commitment_facet where details_id in (select id from commitment_details where code = 'ACJS-2024.III.2') | facets is stored as []
            delete from commitment_term where details_id in (select id from commitment_details where code = 'ACJS-2024.III.2')  | terms is stored as []
            delete from standing where code = 'ACJS-2024.III.2'                                                        | is not stored
            update commitment set followed = 1 where code = 'ACJS-2024.III.2'                                          | follows entry 1, replayed
            """)
    void aChangeBesideTheStandingsIsReportedAndPutRight(String sql, String line) {
        tamper(sql);
        String found = found();
        assertTrue(found.contains(line), found);
    }

    @Test
    void aCountThatIsWrongMissingOrLeftOverIsReportedAndPutRight() {
        tamper("update commitment_tally set n = n + 7 where dimension = 'status' and other_dimension = 'status'"
                + " and facet_value = 'declared' and period = 'all'");
        tamper("delete from commitment_tally where dimension = 'primaryArea' and other_dimension = 'primaryArea'"
                + " and facet_value = 'AI' and period = 'all'");
        tamper("insert into commitment_tally values ('area', 'AI', 'party', 'XX', 'all', date '1900-01-01', 3)");
        String found = found();
        assertTrue(found.contains("the count of status=declared with status=declared is stored as "), found);
        assertTrue(found.contains("the count of primaryArea=AI with primaryArea=AI is stored as 0, "), found);
        assertTrue(found.contains("the count of area=AI with party=XX is stored as 3, replayed as 0"), found);
        assertTrue(found.endsWith("replayed: 3 difference(s)"), found);
    }

    @Test
    void whatWasPutRightIsServedAsBefore() {
        String before = given().get("/api/v1/commitments/" + ONE).asString();
        tamper("update standing set status = 'completed', area = 'GREEN' where code = '" + ONE + "'");
        tamper("delete from commitment_term where details_id in (select id from commitment_details where code = '" + ONE
                + "')");
        assertTrue(standings.rebuild(told::add));
        assertTrue(told.contains("the replayed ones were written in place of the stored"), told.toString());
        assertEquals(before, given().get("/api/v1/commitments/" + ONE).asString());
        assertEquals(
                1, given().get("/api/v1/commitments?q=" + ONE + "&count=true").<Integer>path("total"));
    }

    @Test
    void aCheckWritesNothing() {
        tamper("update standing set status = 'completed' where code = '" + ONE + "'");
        assertEquals(found(), found());
    }
}
