package org.servanda.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The verifier on the examples of docs/rules.md, by their numbers: what it says by itself, whatever the register says. */
class VerifierRulesTest {

    private static final String LAST = "12-31";

    private static VerifiedCase pledge() {
        return new VerifiedCase();
    }

    // 1. Two times

    @Test
    void rule0101KnownUpToARevision() {
        VerifiedCase told = pledge().sec("03-31", "in_progress");
        assertEquals("declared", told.known(2, "03-31").status());
        assertEquals("in_progress", told.on("03-31").status());
    }

    @Test
    void rule0102AbsentBeforeTheAdoptionAndBeforeItsEntry() {
        assertNull(pledge().on("2024-12-31"));
        assertNotNull(pledge().on("2025-01-01"));
        assertNull(pledge().known(1, "03-31"));
    }

    @Test
    void rule0103DaysCountAndNotTheOrderOfRecording() {
        VerifiedCase one = pledge().sec("03-01", "preparing").sec("04-01", "in_progress");
        VerifiedCase other = pledge().sec("04-01", "in_progress").sec("03-01", "preparing");
        for (String day : List.of("02-28", "03-01", "03-31", "04-01", LAST))
            assertEquals(one.on(day).course(), other.on(day).course());
        assertEquals("in_progress 2026-04-01", one.on(LAST).course());
        VerifiedCase twice = pledge().sec("03-01", "preparing").sec("03-01", "exploring");
        assertEquals("exploring", twice.on("03-01").status());
    }

    @Test
    void rule0104ReportsOfDaysBeforeTheAdoptionHoldFromItOn() {
        VerifiedCase told = pledge().sec("04-01", "in_progress").adopted("05-01", 90);
        assertNull(told.on("04-30"));
        assertEquals("in_progress 2026-05-01", told.on("05-01").course());
    }

    // 2. Reports

    @Test
    void rule0204TheReportOfAFocalPointIsTheWordOfItsParty() {
        VerifiedCase told = pledge().focal("TH", "03-01", "in_progress");
        assertEquals("in_progress", told.on(LAST).status());
        assertEquals("in_progress", told.on(LAST).of("TH"));
        assertEquals("not_reported", told.on(LAST).of("SG"));
        assertNull(told.on(LAST).cell("lastReportParty"));
        assertEquals(
                "exploring",
                pledge().sec("03-01", "exploring", "party", "SG").on(LAST).of("SG"));
    }

    @Test
    void rule0205ACorrectionSpeaksForWhomTheReportSpoke() {
        VerifiedCase told = pledge().focal("TH", "03-01", "in_progress")
                .sec("03-02", "preparing", "corrects", "U1")
                .sec("03-03", "exploring", "corrects", "U2");
        assertEquals("exploring", told.on(LAST).of("TH"));
        assertEquals("not_reported", told.on(LAST).of("SG"));
        told.rule("06-01", "all");
        assertEquals("not_reported", told.on(LAST).of("SG"));
    }

    @Test
    void rule0212TheEndsOfDaysDecide() {
        VerifiedCase told = pledge().sec("03-01", "completed").sec("04-01", "in_progress");
        assertEquals("in_progress 2026-04-01", told.on("04-01").course());
        told.sec("04-01", "completed");
        assertEquals("completed 2026-03-01", told.on("04-01").course());
    }

    // 3. Corrections

    @Test
    void rule0301ACorrectionTakesThePlaceOfAReport() {
        VerifiedCase told = pledge().sec("03-31", "in_progress").sec("04-30", "preparing", "corrects", "U1");
        assertEquals("declared 2024-10-10", told.on("03-31").course());
        assertEquals("preparing 2026-04-30", told.on("04-30").course());
        assertEquals("4", told.on("03-31").cell("entry"));
    }

    @Test
    void rule0304ACorrectionMovesNoOtherParty() {
        VerifiedCase told = pledge().rule("01-01", "all")
                .sec("02-01", "preparing")
                .focal("SG", "03-01", "in_progress", "party", "SG");
        String before = told.on(LAST).party("TH", "updateId");
        told.sec("03-02", "operational", "party", "SG", "corrects", "U2", "evidence", 1);
        assertEquals(before, told.on(LAST).party("TH", "updateId"));
        assertEquals("preparing", told.on(LAST).of("TH"));
        assertEquals("operational", told.on(LAST).of("SG"));
    }

    @Test
    void rule0305CorrectingACorrectionBringsNothingBack() {
        VerifiedCase told = pledge().sec("03-01", "in_progress")
                .sec("04-01", "preparing", "corrects", "U1")
                .sec("05-01", "exploring", "corrects", "U2");
        assertEquals("declared", told.on("04-30").status());
        assertEquals("exploring 2026-05-01", told.on("05-01").course());
        assertEquals("U3", told.on(LAST).cell("lastReport"));
    }

    @Test
    void rule0307AddedEvidenceGoesWithItsReport() {
        VerifiedCase told = pledge().sec("03-01", "in_progress").evidence("03-05", "backs", "U1");
        assertEquals("1", told.on(LAST).cell("evidenceCount"));
        told.sec("03-01", "preparing", "corrects", "U1");
        assertEquals("0", told.on(LAST).cell("evidenceCount"));
        assertEquals("self_reported", told.on(LAST).assurance());
        assertEquals("1", told.known(4, LAST).cell("evidenceCount"));
    }

    // 4. The whole and the parties

    @Test
    void rule0401TheRuleOfTheDay() {
        VerifiedCase told = pledge().lead("02-01", "TH").rule("03-01", "all");
        assertEquals(List.of("TH"), told.on("02-28").reporters());
        assertEquals(List.of("TH", "SG", "VN"), told.on("03-01").reporters());
    }

    @Test
    void rule0402UnderLeadTheWholeStandsWhereTheLeadSays() {
        VerifiedCase told = pledge().lead("01-01", "TH")
                .sec("02-01", "operational", "party", "TH", "evidence", 1)
                .sec("03-01", "in_progress", "party", "SG");
        assertEquals("operational 2026-02-01", told.on(LAST).course());
        assertEquals("in_progress", told.on(LAST).of("SG"));
        told.lead("06-01", "SG");
        assertEquals("operational", told.on(LAST).status());
        told.sec("07-01", "preparing", "party", "SG");
        assertEquals("preparing 2026-07-01", told.on(LAST).course());
    }

    @Test
    void rule0403ForWhomAReportAboutTheWholeSpeaks() {
        VerifiedCase lead = pledge().sec("02-01", "preparing");
        assertEquals("not_reported", lead.on(LAST).of("TH"));
        VerifiedCase all = pledge().rule("01-01", "all").sec("02-01", "preparing");
        for (String party : List.of("TH", "SG", "VN"))
            assertEquals("preparing", all.on(LAST).of(party));
        assertEquals("preparing 2026-02-01", all.on(LAST).course());
        all.focal("TH", "03-01", "in_progress");
        assertEquals("in_progress", all.on(LAST).of("TH"));
        assertEquals("preparing", all.on(LAST).of("SG"));
    }

    @Test
    void rule0404TheRuleOfTheDayReadsOlderReports() {
        VerifiedCase told =
                pledge().sec("02-01", "preparing").rule("03-01", "all").rule("05-01", "lead");
        assertEquals("not_reported", told.on("02-01").of("TH"));
        assertEquals("preparing", told.on("03-01").of("TH"));
        assertEquals("2026-02-01", told.on("03-01").party("TH", "since"));
        assertEquals("not_reported", told.on("05-01").of("TH"));
        assertEquals("preparing 2026-02-01", told.on("05-01").course());
    }

    @Test
    void rule0405WhoSaidNothingStandsWhereTheTextSays() {
        VerifiedCase told = pledge().rule("01-01", "all").focal("SG", "03-01", "in_progress");
        assertEquals("declared 2024-10-10", told.on(LAST).course());
        assertEquals("not_reported", told.on(LAST).of("TH"));
        assertEquals("stated_in_text", told.on(LAST).assurance());
    }

    private static VerifiedCase threeWays(String rule) {
        return pledge().rule("01-01", rule)
                .focal("TH", "03-01", "cancelled")
                .focal("SG", "03-02", "in_progress")
                .focal("VN", "03-03", "preparing");
    }

    @Test
    void rule0406LeastFarAndFurthest() {
        assertEquals("preparing 2026-03-03", threeWays("all").on(LAST).course());
        assertEquals("in_progress 2026-03-02", threeWays("any").on(LAST).course());
        assertEquals(
                "suspended",
                threeWays("all").focal("SG", "04-01", "suspended").on(LAST).status());
    }

    @Test
    void rule0407WhereAllGaveItUp() {
        for (String rule : List.of("all", "any")) {
            VerifiedCase told = pledge().rule("01-01", rule)
                    .focal("TH", "03-01", "superseded", "successor", "X")
                    .focal("SG", "03-02", "superseded", "successor", "Y")
                    .focal("VN", "03-03", "superseded", "successor", "Y");
            assertEquals("superseded 2026-03-03", told.on(LAST).course());
            assertNull(told.on(LAST).successor());
            assertEquals("X", told.on(LAST).party("TH", "successor"));
            told.focal("TH", "03-01", "superseded", "successor", "Y", "corrects", "U1");
            assertEquals("Y", told.on(LAST).successor());
            told.focal("TH", "04-01", "cancelled");
            assertEquals("cancelled 2026-04-01", told.on(LAST).course());
            assertNull(told.on(LAST).successor());
        }
    }

    @Test
    void rule0408WhoDecidesBacks() {
        for (String rule : List.of("all", "any")) {
            VerifiedCase told = pledge().rule("01-01", rule)
                    .focal("SG", "03-01", "preparing", "evidence", 1)
                    .focal("TH", "03-02", "preparing")
                    .focal("VN", "03-03", rule.equals("all") ? "in_progress" : "exploring", "evidence", 1);
            assertEquals(
                    rule.equals("all") ? "self_reported" : "evidenced",
                    told.on(LAST).assurance());
        }
    }

    @Test
    void rule0409NothingIsAveraged() {
        VerifiedCase told = pledge().rule("01-01", "all")
                .sec("02-01", "in_progress", "percent", 30)
                .focal("TH", "03-01", "in_progress", "percent", 10)
                .focal("SG", "03-01", "in_progress", "percent", 90);
        assertEquals("null null", told.on(LAST).percent());
        assertEquals("Percent[value=10, on=2026-03-01]", told.on(LAST).party("TH", "percent"));
        assertEquals("Percent[value=30, on=2026-02-01]", told.on(LAST).party("VN", "percent"));
    }

    @Test
    void rule0410AnEditMayMakeTheWholeStepBack() {
        VerifiedCase told = pledge().lead("01-01", "TH")
                .sec("03-01", "completed", "party", "TH", "evidence", 1)
                .rule("05-01", "all");
        assertEquals("completed 2026-03-01", told.on("04-30").course());
        assertEquals("declared 2026-05-01", told.on("05-01").course());
    }

    @Test
    void rule0411ALeadThatIsNotBound() {
        VerifiedCase told = pledge().lead("03-01", "MIIT")
                .sec("04-01", "in_progress", "party", "MIIT")
                .rule("06-01", "all");
        assertEquals("in_progress", told.on("05-01").status());
        assertEquals("in_progress", told.on(LAST).party("MIIT", "status"));
        assertEquals("not_reported", told.on(LAST).of("MIIT"));
        assertEquals("declared", told.on(LAST).status());
        told.lead("07-01", "TH");
        assertNull(told.on(LAST).party("MIIT", "status"));
    }

    // 5. Since, percent, successor

    @Test
    void rule0501SinceTheFirstDayOfTheRun() {
        VerifiedCase told = pledge().sec("03-01", "in_progress").sec("04-01", "in_progress");
        assertEquals("in_progress 2026-03-01", told.on(LAST).course());
        told.sec("03-15", "preparing").sec("03-20", "in_progress");
        assertEquals("in_progress 2026-03-20", told.on(LAST).course());
        assertEquals("in_progress 2026-03-01", told.on("03-14").course());
    }

    @Test
    void rule0502WhoRepeatsTheText() {
        VerifiedCase told = pledge().focal("TH", "03-01", "declared");
        assertEquals("declared 2024-10-10", told.on(LAST).course());
        assertEquals("2026-03-01", told.on(LAST).party("TH", "since"));
        told.sec("04-01", "exploring").sec("05-01", "declared");
        assertEquals("declared 2026-05-01", told.on(LAST).course());
    }

    @Test
    void rule0503SinceItCameOutSo() {
        VerifiedCase told = pledge().rule("01-01", "all")
                .sec("02-01", "completed", "party", "VN", "evidence", 1)
                .sec("03-01", "completed", "party", "TH", "evidence", 1)
                .sec("06-01", "completed", "party", "SG", "evidence", 1);
        assertEquals("completed 2026-06-01", told.on(LAST).course());
        VerifiedCase ruled =
                pledge().focal("TH", "03-01", "preparing", "party", "TH").rule("06-01", "any");
        assertEquals("preparing 2026-06-01", ruled.on(LAST).course());
        assertEquals("2026-03-01", ruled.on(LAST).party("TH", "since"));
    }

    @Test
    void rule0504And0505APercentHoldsUntilTakenAway() {
        VerifiedCase told = pledge().sec("03-01", "in_progress", "percent", 40).sec("04-01", "in_progress");
        assertEquals("40 2026-03-01", told.on(LAST).percent());
        told.sec("05-01", "in_progress", "percent", null);
        assertEquals("40 2026-03-01", told.on("04-30").percent());
        assertEquals("null null", told.on("05-01").percent());
        told.sec("04-15", "operational", "evidence", 1).sec("04-20", "in_progress");
        assertEquals("null null", told.on("04-15").percent());
        assertEquals("null null", told.on("04-20").percent());
    }

    @Test
    void rule0506ThePercentOfOneDay() {
        VerifiedCase told = pledge().sec("03-01", "in_progress", "percent", 40).sec("03-01", "in_progress");
        assertEquals("40 2026-03-01", told.on("03-01").percent());
        told.sec("03-01", "operational", "percent", 90).sec("03-01", "in_progress");
        assertEquals("40 2026-03-01", told.on("03-01").percent());
        told.sec("03-01", "in_progress", "percent", null);
        assertEquals("null null", told.on("03-01").percent());
        VerifiedCase between = pledge().sec("03-01", "in_progress", "percent", 40)
                .sec("04-01", "operational", "evidence", 1)
                .sec("04-01", "in_progress");
        assertEquals("40 2026-03-01", between.on("04-01").percent());
    }

    @Test
    void rule0507ASuccessorOnlyWhileSuperseded() {
        VerifiedCase told =
                pledge().sec("03-01", "superseded", "successor", "X").sec("05-01", "in_progress");
        assertEquals("X", told.on("04-30").successor());
        assertNull(told.on("05-01").successor());
    }

    @Test
    void rule0508TheLastReportOfWhateverParty() {
        VerifiedCase told =
                pledge().focal("SG", "04-01", "in_progress", "party", "SG").sec("03-01", "exploring");
        assertEquals("U1", told.on(LAST).cell("lastReport"));
        assertEquals("SG", told.on(LAST).cell("lastReportParty"));
        assertEquals("U2", told.on("03-31").cell("lastReport"));
        assertEquals("U3", told.sec("04-01", "exploring").on(LAST).cell("lastReport"));
    }

    @Test
    void rule0509TheBasisOfTheTextWhileNoReportDecides() {
        VerifiedCase told = pledge().sec("03-01", "exploring", "party", "SG");
        assertTrue(told.on(LAST).stated());
        assertFalse(told.sec("04-01", "declared").on(LAST).stated());
    }

    // 6. Assurance and assessments

    @Test
    void rule0601EvidenceThatIsAdded() {
        VerifiedCase told = pledge().sec("03-01", "in_progress").evidence("05-01", "backs", "U1");
        assertEquals("stated_in_text", told.on("02-28").assurance());
        assertEquals("self_reported", told.known(3, "03-01").assurance());
        assertEquals("evidenced", told.on("03-01").assurance());
        assertEquals("4", told.on("03-01").cell("entry"));
    }

    @Test
    void rule0602TheAssessmentWithTheLatestDay() {
        VerifiedCase told = pledge().assess("06-01", "complete").assess("05-01", "limited");
        assertEquals("complete", told.on("07-01").cell("assessment"));
        assertEquals("limited", told.on("05-31").cell("assessment"));
        assertEquals("not_assessed", told.on("04-30").cell("assessment"));
        assertEquals(
                "substantial", told.assess("06-01", "substantial").on("07-01").cell("assessment"));
    }

    @Test
    void rule0603And0604AFindingHoldsForWhatItJudged() {
        VerifiedCase told =
                pledge().sec("09-30", "in_progress", "evidence", 1).assess("10-20", "limited", "finding", "confirmed");
        assertEquals("evidenced", told.on("10-19").assurance());
        assertEquals("verified", told.on("10-20").assurance());
        told.sec("10-10", "completed", "evidence", 1);
        assertEquals("evidenced", told.on("10-20").assurance());
        assertEquals("verified", told.known(4, "10-20").assurance());
        VerifiedCase before = pledge().sec("09-30", "in_progress", "evidence", 1)
                .sec("10-10", "completed", "evidence", 1)
                .assess("10-20", "complete", "finding", "confirmed");
        assertEquals("verified", before.on("10-20").assurance());
        before.sec("11-01", "completed", "evidence", 1);
        assertEquals("verified", before.on("10-31").assurance());
        assertEquals("evidenced", before.on("11-01").assurance());
        before.sec("11-01", "completed", "evidence", 1, "corrects", "U3");
        assertEquals("evidenced", before.on("11-01").assurance());
    }

    @Test
    void rule0605NewsOfPartiesThatDoNotDecide() {
        VerifiedCase told = pledge().lead("01-01", "TH")
                .sec("03-01", "in_progress", "party", "TH")
                .assess("04-01", "limited", "finding", "disputed")
                .focal("SG", "05-01", "exploring", "party", "SG");
        assertEquals("disputed", told.on(LAST).assurance());
        told.rule("06-01", "all");
        assertEquals("disputed", told.on("05-31").assurance());
        assertEquals("stated_in_text", told.on("06-01").assurance());
        VerifiedCase all = pledge().rule("01-01", "all")
                .sec("02-01", "preparing", "evidence", 1)
                .focal("SG", "03-01", "in_progress")
                .assess("04-01", "limited", "finding", "confirmed")
                .focal("SG", "05-01", "operational");
        assertEquals("verified", all.on(LAST).assurance());
        all.focal("TH", "06-01", "operational");
        assertEquals("verified", all.on(LAST).assurance());
        all.focal("VN", "07-01", "preparing");
        assertEquals("verified", all.on("06-30").assurance());
        assertEquals("self_reported", all.on("07-01").assurance());
    }

    @Test
    void rule0606WithoutAFindingTheOneBeforeIsLeft() {
        VerifiedCase told = pledge().sec("03-01", "in_progress")
                .assess("04-01", "limited", "finding", "disputed")
                .assess("05-01", "limited");
        assertEquals("disputed", told.on(LAST).assurance());
        assertEquals("self_reported", told.sec("06-01", "in_progress").on(LAST).assurance());
    }

    @Test
    void rule0607TheFindingWithTheLatestDay() {
        VerifiedCase told = pledge().sec("03-01", "in_progress", "evidence", 1)
                .assess("06-01", "limited", "finding", "disputed")
                .assess("05-01", "limited", "finding", "confirmed");
        assertEquals("verified", told.on("05-31").assurance());
        assertEquals("disputed", told.on("06-01").assurance());
        assertEquals(
                "verified",
                told.assess("06-01", "limited", "finding", "confirmed")
                        .on("06-01")
                        .assurance());
    }

    @Test
    void rule0608EvidenceThatCameLaterConfirmsNothing() {
        VerifiedCase told = pledge().sec("03-01", "in_progress").assess("04-01", "limited", "finding", "confirmed");
        assertEquals("self_reported", told.on(LAST).assurance());
        told.evidence("05-01", "backs", "U1");
        assertEquals("evidenced", told.on(LAST).assurance());
        told.assess("06-01", "limited", "finding", "confirmed");
        assertEquals("evidenced", told.on("05-31").assurance());
        assertEquals("verified", told.on("06-01").assurance());
        VerifiedCase brought =
                pledge().sec("03-01", "in_progress").assess("04-01", "limited", "finding", "confirmed", "evidence", 1);
        assertEquals("verified", brought.on(LAST).assurance());
        VerifiedCase disputed = pledge().sec("03-01", "in_progress")
                .assess("04-01", "limited", "finding", "disputed")
                .evidence("05-01", "backs", "U1");
        assertEquals("disputed", disputed.on(LAST).assurance());
    }

    @Test
    void rule0608UnderAllAndAny() {
        for (String rule : List.of("all", "any")) {
            VerifiedCase told = pledge().rule("01-01", rule)
                    .focal("TH", "03-01", "preparing", "evidence", 1)
                    .focal("SG", "03-01", "preparing")
                    .focal("VN", "03-01", "preparing")
                    .assess("04-01", "limited", "finding", "confirmed");
            assertEquals(
                    rule.equals("all") ? "self_reported" : "verified",
                    told.on(LAST).assurance());
        }
    }

    @Test
    void rule0609ACorrectedAssessmentCountsNoMore() {
        VerifiedCase told = pledge().sec("03-01", "in_progress")
                .assess("04-01", "limited", "finding", "disputed", "evidence", 2)
                .assess("04-02", "substantial", "corrects", "A1");
        assertEquals("self_reported", told.on(LAST).assurance());
        assertEquals("substantial", told.on(LAST).cell("assessment"));
        assertEquals("not_assessed", told.on("04-01").cell("assessment"));
        assertEquals("0", told.on(LAST).cell("evidenceCount"));
        told.sec("03-15", "operational", "evidence", 1)
                .assess("04-02", "complete", "finding", "confirmed", "corrects", "A2");
        assertEquals("verified", told.on(LAST).assurance());
    }

    @Test
    void rule0610AFindingAboutTheTextEndsWithAnotherReading() {
        VerifiedCase told = pledge().assess("03-01", "limited", "finding", "confirmed", "evidence", 1);
        assertEquals("verified", told.on(LAST).assurance());
        told.read("declared", "2024-10-10", "item", "12");
        assertEquals("verified", told.on(LAST).assurance());
        told.read("exploring", "2024-10-10");
        assertEquals("stated_in_text", told.on(LAST).assurance());
        told.read("declared", "2024-10-10");
        assertEquals("stated_in_text", told.on(LAST).assurance());
    }

    // 7. Evidence

    @Test
    void rule0701WhatIsCounted() {
        VerifiedCase told = pledge().sec("03-01", "in_progress", "evidence", 2)
                .milestone("M1", "03-01", "plannedOn", "2026-10-31", "evidence", 1)
                .evidence("03-02");
        assertEquals("4", told.on(LAST).cell("evidenceCount"));
        assertEquals("3", told.on("03-01").cell("evidenceCount"));
        told.milestone("M1", "05-01", "forecastOn", "2026-11-30")
                .milestone("M1", "06-01", "evidence", 3)
                .milestone("M1", "04-01", "evidence", 2)
                .milestone("M2", "07-01", "evidence", 1);
        assertEquals("4", told.on("03-31").cell("evidenceCount"));
        assertEquals("5", told.on("05-31").cell("evidenceCount"));
        assertEquals("6", told.on("06-30").cell("evidenceCount"));
        assertEquals("7", told.on("07-01").cell("evidenceCount"));
        assertEquals("0", told.on("02-28").cell("evidenceCount"));
    }

    @Test
    void rule0702SinceWhenEvidenceIsThere() {
        VerifiedCase told = pledge().sec("03-01", "in_progress").evidence("05-01", "backs", "U1");
        assertEquals("1", told.on("03-01").cell("evidenceCount"));
        assertEquals("0", told.known(3, "03-01").cell("evidenceCount"));
        VerifiedCase alone = pledge().evidence("05-01");
        assertEquals("0", alone.on("04-30").cell("evidenceCount"));
        assertEquals("1", alone.on("05-01").cell("evidenceCount"));
    }

    @Test
    void rule0703EvidenceByItselfBacksNothing() {
        assertEquals("stated_in_text", pledge().evidence("05-01").on(LAST).assurance());
    }

    // 8. Freshness

    private static void assertFreshness(String expected, VerifiedCase told, String day) {
        assertEquals(expected, told.on(day).cell("freshness"), day);
    }

    @Test
    void rule0801NothingIsOwedOfWhatIsClosed() {
        for (String closed : List.of("completed", "cancelled", "superseded"))
            assertFreshness("not_due", pledge().sec("2025-03-01", closed), LAST);
    }

    @Test
    void rule0802CurrentDueOverdue() {
        VerifiedCase told = pledge().sec("03-01", "in_progress");
        assertFreshness("never_reported", told, "02-28");
        assertFreshness("current", told, "05-30");
        assertFreshness("due", told, "05-31");
        assertFreshness("due", told, "06-29");
        assertFreshness("overdue", told, "06-30");
        assertFreshness("current", told.adopted("2025-01-01", 180), "08-28");
    }

    @Test
    void rule0803UnderLead() {
        VerifiedCase none = pledge().focal("SG", "03-01", "exploring", "party", "SG");
        assertFreshness("current", none, "05-30");
        VerifiedCase led = none.lead("01-01", "TH");
        assertFreshness("never_reported", led, "05-30");
        led.lead("04-01", "SG");
        assertFreshness("never_reported", led, "03-31");
        assertFreshness("current", led, "04-01");
        assertFreshness("current", led.sec("05-01", "preparing"), "07-30");
    }

    @Test
    void rule0804UnderAnyAndAll() {
        VerifiedCase any = pledge().lead("01-01", "TH").rule("01-01", "any").focal("SG", "03-01", "exploring");
        assertFreshness("current", any, "05-30");
        VerifiedCase all = pledge().rule("2025-01-01", "all")
                .focal("TH", "2025-06-01", "completed")
                .focal("VN", "2025-06-01", "completed")
                .focal("SG", "03-01", "in_progress");
        assertFreshness("current", all, "05-30");
        assertFreshness("due", all, "05-31");
        VerifiedCase partly = pledge().rule("2025-01-01", "all");
        assertFreshness("never_reported", partly, "2025-03-01");
        partly.focal("SG", "2025-03-01", "in_progress");
        assertFreshness("current", partly, "2025-04-01");
        assertFreshness("due", partly, "2025-04-02");
    }

    @Test
    void rule0805TheFirstReportIsDueOneIntervalAfterTheAdoption() {
        VerifiedCase told = pledge().rule("2025-01-01", "all").focal("SG", "2025-01-02", "exploring");
        assertFreshness("current", told, "2025-04-01");
        assertFreshness("due", told, "2025-04-02");
    }

    @Test
    void rule0807WhoIsToReport() {
        assertEquals(List.of("TH", "SG", "VN"), pledge().on(LAST).reporters());
        assertEquals(List.of("SG"), pledge().lead("01-01", "SG").on(LAST).reporters());
        assertEquals(
                List.of("TH", "SG", "VN"),
                pledge().lead("01-01", "SG").rule("01-01", "any").on(LAST).reporters());
    }

    // 9. Schedule

    @Test
    void rule0901AgainstTheEndOfTheTimeFrame() {
        VerifiedCase told = pledge().edit(
                        "01-01",
                        "timeFrame",
                        JsonNodeFactory.instance.objectNode().put("to", "2026-06-30"));
        assertEquals("no_deadline", pledge().on(LAST).cell("schedule"));
        assertEquals("on_track", told.on("03-31").cell("schedule"));
        assertEquals("at_risk", told.on("04-01").cell("schedule"));
        assertEquals("late", told.on("07-01").cell("schedule"));
        told.sec("07-01", "completed", "evidence", 1);
        assertEquals("missed", told.on(LAST).cell("schedule"));
        told.sec("06-30", "completed", "evidence", 1, "corrects", "U1");
        assertEquals("met", told.on(LAST).cell("schedule"));
        told.sec("08-01", "cancelled");
        assertEquals("missed", told.on(LAST).cell("schedule"));
    }

    // 10. Edits

    @Test
    void rule1001EachFieldByItself() {
        VerifiedCase told =
                pledge().edit("02-01", "area", "GREEN-OLD").lead("03-01", "TH").edit("02-15", "area", "GREEN");
        assertEquals("GREEN", told.on(LAST).cell("area"));
        assertEquals("GREEN-OLD", told.on("02-14").cell("area"));
        assertEquals("TH", told.on(LAST).cell("ownerAssigned"));
        assertNull(told.on("02-28").cell("ownerAssigned"));
    }

    @Test
    void rule1002WhatIsStatedHolds() {
        VerifiedCase told = pledge().lead("01-01", "TH").rule("06-01", "lead").rule("05-01", "all");
        assertEquals(List.of("TH", "SG", "VN"), told.on("05-31").reporters());
        assertEquals(List.of("TH"), told.on("06-01").reporters());
        // To declare what holds changes nothing.
        assertEquals("3", told.known(4, LAST).cell("entry"));
    }

    @Test
    void rule1005SinceWhenALeadLeads() {
        VerifiedCase told = pledge().lead("06-01", "TH").lead("03-01", "TH");
        assertEquals("2026-03-01", told.on(LAST).cell("ownerAssignedSince"));
        assertEquals("4", told.on(LAST).cell("entry"));
        told.lead("04-01", "SG");
        assertEquals("2026-06-01", told.on(LAST).cell("ownerAssignedSince"));
        told.lead("04-01", "TH");
        assertEquals("2026-03-01", told.on(LAST).cell("ownerAssignedSince"));
        told.edit("05-01", "assigned", null);
        assertNull(told.on("05-31").cell("ownerAssigned"));
        assertEquals("2026-06-01", told.on(LAST).cell("ownerAssignedSince"));
        told.edit(
                "07-01",
                "assigned",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("party", "TH")
                        .set("unit", JsonNodeFactory.instance.objectNode().put("en", "A ministry")));
        assertEquals("2026-07-01", told.on(LAST).cell("ownerAssignedSince"));
        assertEquals("A ministry", told.on(LAST).cell("ownerAssignedUnitEn"));
    }

    @Test
    void rule1006WhatWasSetBesideTheTextStays() {
        VerifiedCase told = pledge().edit("03-01", "area", "GREEN").read("declared", "2024-10-10", "area", "TRADE");
        assertEquals("TRADE", told.on("02-28").cell("area"));
        assertEquals("GREEN", told.on("03-01").cell("area"));
        assertEquals("4", told.on("02-28").cell("entry"));
    }

    // What made a state

    @Test
    void theOriginIsTheLastEntryThatChangedTheState() {
        VerifiedCase told = pledge().sec("03-01", "in_progress")
                .assess("04-01", "limited", "finding", "disputed")
                .sec("06-01", "operational", "evidence", 1)
                .edit("07-01", "area", "GREEN")
                .milestone("M1", "08-01", "plannedOn", "2026-10-31");
        assertEquals("2", told.on("02-28").cell("entry"));
        assertEquals("3", told.on("03-31").cell("entry"));
        assertEquals("4", told.on("05-31").cell("entry"));
        assertEquals("5", told.on("06-30").cell("entry"));
        assertEquals("6", told.on(LAST).cell("entry"));
        told.evidence("09-01", "backs", "U1");
        assertEquals("8", told.on("03-31").cell("entry"));
        told.assess("10-01", "complete", "corrects", "A1");
        assertEquals("9", told.on("04-30").cell("entry"));
        assertEquals("8", told.on("03-31").cell("entry"));
    }

    @Test
    @Timeout(20)
    void aHundredEntriesAreWorkedOutAtOnce() {
        VerifiedCase told = pledge().rule("2025-01-02", "all");
        for (int i = 0; i < 50; i++)
            told.focal(
                            "TH",
                            "2025-%02d-%02d".formatted(1 + i % 12, 1 + i % 28),
                            i % 2 == 0 ? "preparing" : "in_progress")
                    .assess("2025-%02d-%02d".formatted(1 + i % 12, 2 + i % 27), "limited", "finding", "disputed");
        // Declared again and again, so that the way to the origin is long.
        for (int i = 1; i < 28; i++) told.rule("2025-12-%02d".formatted(i), "all");
        // The update of 8 December, with which the run of days up to that of 24 December began.
        assertEquals("74", told.on(LAST).cell("entry"));
        assertEquals("2025-12-08", told.on(LAST).party("TH", "since"));
    }

    @Test
    void onTalesOfChanceTheOriginIsFoundAndTheRunOfDaysIsWhole() {
        for (int seed = 1; seed <= 12; seed++) {
            VerifiedCase told = ofChance(new Random(seed));
            VerifiedCase.VerifiedState before = null;
            for (LocalDate day = VerifiedCase.day("01-01");
                    day.getYear() == 2026 && day.getMonthValue() < 4;
                    day = day.plusDays(1)) {
                String where = "seed " + seed + " on " + day;
                VerifiedCase.VerifiedState verifiedState = told.on(day.toString());
                int known = told.entries();
                while (verifiedState.standing().equals(told.standing(known - 1, day.toString()))) known--;
                assertEquals("" + known, verifiedState.cell("entry"), where);
                if (before != null)
                    assertEquals(
                            before.status().equals(verifiedState.status())
                                    ? before.cell("statusSince")
                                    : day.toString(),
                            verifiedState.cell("statusSince"),
                            where);
                before = verifiedState;
            }
        }
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static VerifiedCase ofChance(Random random) {
        VerifiedCase told = pledge();
        int reports = 0;
        int assessments = 0;
        for (int i = 0; i < 30; i++) {
            String day = "%02d-%02d".formatted(1 + random.nextInt(3), 1 + random.nextInt(28));
            String party = one(random, List.of("TH", "SG", "VN", "MIIT"));
            String status = one(random, List.of("declared", "preparing", "in_progress", "completed", "cancelled"));
            Object[] more = {"evidence", random.nextInt(2)};
            Object[] corrects = {"evidence", random.nextInt(2), "corrects", "U" + (1 + random.nextInt(reports + 1))};
            switch (random.nextInt(10)) {
                case 0 -> told.rule(day, one(random, List.of("lead", "all", "any")));
                case 1 -> told.lead(day, party);
                case 2 -> told.evidence(day, "backs", "U" + (1 + random.nextInt(reports + 1)));
                case 3 -> told.milestone("M1", day, more);
                case 4 -> told.read(one(random, List.of("declared", "exploring")), "2024-10-10");
                case 5 -> {
                    String finding = one(random, List.of("confirmed", "disputed"));
                    if (assessments > 0 && random.nextBoolean())
                        told.assess(day, "limited", "finding", finding, "corrects", "A" + assessments);
                    else told.assess(day, "limited", "finding", finding);
                    assessments++;
                }
                default -> {
                    Object[] its = reports > 0 && random.nextInt(4) == 0 ? corrects : more;
                    if (random.nextBoolean()) told.sec(day, status, its);
                    else told.focal(party, day, status, its);
                    reports++;
                }
            }
        }
        return told;
    }
}
