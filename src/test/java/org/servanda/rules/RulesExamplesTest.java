package org.servanda.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.servanda.rules.Fact.Assigned;
import org.servanda.rules.Fact.MilestoneStated;
import org.servanda.rules.Fact.Percent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The examples of {@code docs/rules.md}, one by one, told to the oracle alone. */
class RulesExamplesTest {

    private static final String[] ELEVEN = {"BN", "CN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "VN"};

    private static ExampleLedger eleven() {
        return ExampleLedger.binding(ELEVEN);
    }

    private static DraftUpdate sec(String id) {
        return DraftUpdate.bySecretariat(id);
    }

    private static DraftUpdate from(String party, String id) {
        return DraftUpdate.byFocalPoint(party, id);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static void refused(ExpectedResponse expected, int status) {
        assertFalse(expected.acceptable(), expected.toString());
        assertTrue(expected.refusals().contains(status), expected.toString());
    }

    private static void legal(ExpectedResponse expected) {
        assertEquals(Set.of(), expected.refusals(), expected.toString());
    }

    private static ExampleLedger ended(String status, DraftUpdate... before) {
        ExampleLedger log = eleven();
        for (DraftUpdate draft : before) log.report(draft);
        assertEquals(status, log.on("2026-12-31").status());
        return log;
    }

    // --- 1. Two times

    @Test
    void rule1x1() {
        ExampleLedger log = eleven();
        long before = log.revision();
        log.report(sec("U1").on("2026-03-31"));
        assertEquals("declared", log.on("2026-03-31", before).status());
        assertEquals("in_progress", log.on("2026-03-31", before + 1).status());
    }

    @Test
    void rule1x2() {
        assertTrue(eleven().find("2024-12-31", 2).isEmpty());
        assertTrue(eleven().find("2025-01-01", 1).isEmpty(), "known from its own entry");
        assertTrue(eleven().find("2025-01-01", 2).isPresent());
    }

    @Test
    void rule1x3() {
        DraftUpdate march = sec("U1").on("2026-03-01").status("preparing");
        DraftUpdate april = sec("U2").on("2026-04-01");
        ExampleLedger one = eleven().report(march).report(april);
        ExampleLedger other = eleven().report(april).report(march);
        for (String day : List.of("2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01", "2026-12-31")) {
            assertEquals(one.on(day).status(), other.on(day).status());
            assertEquals(one.on(day).statusSince(), other.on(day).statusSince());
        }
    }

    @Test
    void rule1x4() {
        ExampleLedger log = eleven().report(sec("U1").on("2026-04-01")).adopted("2026-05-01");
        assertTrue(log.find("2026-04-30", log.revision()).isEmpty());
        assertEquals("in_progress", log.on("2026-05-01").status());
        assertEquals(day("2026-05-01"), log.on("2026-05-01").statusSince());
    }

    @Test
    void rule1x5() {
        ExampleLedger log = eleven().report(sec("U1").on("2026-01-31").status("preparing"));
        long april = log.revision();
        log.report(sec("U2").on("2026-03-31"));
        assertEquals("preparing", log.on("2026-03-31", april).status());
        assertEquals("in_progress", log.on("2026-03-31").status());
    }

    // --- 2. Reports

    @Test
    void rule2x1() {
        ExampleLedger log = eleven();
        log.add("contributor/TH/k2", new Fact.Submitted(from("TH", "U1").report()));
        assertEquals("declared", log.on("2026-12-31").status());
        log.add(DraftUpdate.SECRETARIAT, new Fact.Returned("U1"));
        assertEquals("declared", log.on("2026-12-31").status());
    }

    @Test
    void rule2x2() {
        ExampleLedger log = eleven();
        log.add("contributor/SG/k2", new Fact.Submitted(from("SG", "U1").report()));
        long waiting = log.revision();
        log.report(from("SG", "U1"));
        assertEquals("declared", log.on("2026-01-01", waiting).status());
        assertEquals("in_progress", log.on("2026-01-01", waiting + 1).status());
    }

    @Test
    void rule2x3() {
        ExampleLedger log = eleven().report(sec("U1").about("TH"));
        assertEquals("in_progress", log.party("TH", "2026-01-01").status());
        assertEquals("declared", log.on("2026-01-01").status());
        log.report(sec("U2").on("2026-01-02"));
        assertEquals("in_progress", log.on("2026-01-02").status());
    }

    @Test
    void rule2x4() {
        ExampleLedger log = eleven().report(from("TH", "U1"));
        assertEquals("in_progress", log.party("TH", "2026-01-01").status());
        assertEquals("in_progress", log.on("2026-01-01").status());
    }

    @Test
    void rule2x5() {
        ExampleLedger log = eleven().report(from("TH", "U1"));
        log.report(sec("U2").status("preparing").correcting("U1"));
        assertEquals("preparing", log.party("TH", "2026-01-01").status());
        assertNull(log.party("SG", "2026-01-01").status());
    }

    @Test
    void rule2x6() {
        ExampleLedger log = eleven().lead("2026-03-01", "MIIT");
        legal(log.sent(sec("U1").about("MIIT").on("2026-04-01")));
        refused(log.sent(sec("U1").about("MIIT").on("2026-02-01")), 400);
        refused(log.sent(from("SG", "U1").about("TH")), 403);
    }

    @Test
    void rule2x7() {
        ExampleLedger log =
                eleven().report(sec("U1").on("2026-06-01").status("operational").backed());
        refused(log.sent(sec("U2").on("2026-05-01").status("completed").backed()), 409);
    }

    @Test
    void rule2x8() {
        ExampleLedger log = eleven();
        for (DraftUpdate draft : List.of(
                sec("U1"),
                sec("U2").on("2026-02-01"),
                sec("U3").on("2026-03-01").status("operational").backed())) {
            legal(log.sent(draft));
            log.report(draft);
        }
    }

    @Test
    void rule2x9() {
        ExampleLedger log = eleven().report(from("VN", "U1").on("2026-03-01"));
        refused(log.sent(from("VN", "U2").on("2026-02-01").status("cancelled").because()), 409);
        ExampleLedger closed = eleven().report(sec("U1").status("completed").backed());
        refused(closed.sent(sec("U2").on("2026-02-01")), 409);
        legal(closed.sent(sec("U2").on("2026-02-01").because()));
        refused(closed.sent(from("TH", "U2").on("2026-02-01").because()), 403);
        refused(closed.accepted(from("TH", "U2").on("2026-02-01").because()), 409);
        refused(closed.sent(sec("U2").on("2026-02-01").status("preparing").because()), 409);
    }

    @Test
    void rule2x10() {
        DraftUpdate waiting = from("TH", "U1");
        ExampleLedger log = eleven();
        legal(log.sent(waiting));
        log.rule("2026-01-01", "all");
        refused(log.accepted(waiting), 409);
    }

    @Test
    void rule2x11() {
        refused(eleven().sent(sec("U1").status("completed").percent(40).backed()), 400);
        legal(eleven().sent(sec("U1").status("completed").percent(100).backed()));
        refused(eleven().sent(sec("U1").status("operational")), 400);
        refused(eleven().sent(sec("U1").status("suspended")), 400);
        refused(eleven().sent(sec("U1").status("superseded").because()), 400);
    }

    @Test
    void rule2x12() {
        ExampleLedger log = eleven().report(
                        sec("U1").on("2026-03-01").status("completed").backed())
                .report(sec("U2").on("2026-04-01").because())
                .report(sec("U3").on("2026-04-01").status("completed").backed());
        assertEquals("completed", log.on("2026-04-01").status());
        assertEquals(day("2026-03-01"), log.on("2026-04-01").statusSince());
    }

    @Test
    void rule2x13() {
        ExampleLedger log = new ExampleLedger().adopted("2025-01-01").text("in_progress", "2026-01-19", ELEVEN);
        refused(log.sent(sec("U1").on("2026-01-01").status("exploring")), 409);
    }

    // --- 3. Corrections

    @Test
    void rule3x1() {
        ExampleLedger log = eleven().report(sec("U1").on("2026-03-31"));
        log.report(sec("U2").on("2026-04-30").status("preparing").correcting("U1"));
        assertEquals("declared", log.on("2026-03-31").status());
        assertEquals("preparing", log.on("2026-04-30").status());
    }

    @Test
    void rule3x2() {
        ExampleLedger log = eleven().report(sec("U1"));
        refused(log.sent(sec("U2").about("TH").correcting("U1")), 409);
        legal(log.sent(sec("U2").correcting("U1")));
    }

    @Test
    void rule3x3() {
        ExampleLedger log = eleven().report(from("TH", "U1"));
        refused(log.sent(from("VN", "U2").correcting("U1")), 409);
        legal(log.sent(from("TH", "U2").correcting("U1")));
        legal(log.sent(sec("U2").correcting("U1")));
    }

    @Test
    void rule3x4() {
        ExampleLedger log = eleven().rule("2025-01-01", "all").report(sec("U1").status("preparing"));
        log.report(from("SG", "U2").about("SG").on("2026-02-01"));
        ExpectedParty before = log.party("TH", "2026-03-01");
        log.report(sec("U3").about("SG").on("2026-02-15").correcting("U2"));
        assertEquals(before, log.party("TH", "2026-03-01"));
    }

    @Test
    void rule3x5() {
        ExampleLedger log = eleven().report(sec("U1").on("2026-01-01").status("preparing"));
        log.report(sec("U2").on("2026-02-01").correcting("U1"));
        log.report(sec("U3").on("2026-03-01").correcting("U2"));
        assertEquals("declared", log.on("2026-02-28").status());
        assertEquals("in_progress", log.on("2026-03-01").status());
    }

    @Test
    void rule3x6() {
        ExampleLedger log = eleven().report(sec("U1").on("2026-03-01").status("preparing"))
                .report(sec("U2").on("2026-04-01").status("operational").backed())
                .report(sec("U3").on("2026-05-01").status("completed").backed());
        refused(
                log.sent(sec("U4")
                        .on("2026-06-01")
                        .status("operational")
                        .backed()
                        .correcting("U2")),
                409);
    }

    @Test
    void rule3x7() {
        ExampleLedger log = eleven().report(sec("U1")).evidence("E1", "U1", "2026-05-01");
        assertEquals(1, log.on("2026-06-01").evidenceCount());
        log.report(sec("U2").correcting("U1"));
        assertEquals(0, log.on("2026-06-01").evidenceCount());
    }

    // --- 4. The whole and the parties

    @Test
    void rule4x1() {
        ExampleLedger log = eleven().rule("2026-03-01", "all");
        assertEquals("lead", log.on("2026-02-28").rollUp());
        assertEquals("all", log.on("2026-03-01").rollUp());
    }

    @Test
    void rule4x2() {
        ExampleLedger log = eleven().lead("2025-01-01", "TH");
        log.report(sec("U1").about("TH").on("2026-02-01").status("operational").backed());
        assertEquals("operational", log.on("2026-02-01").status());
        log.report(sec("U2").about("SG").on("2026-03-01"));
        assertEquals("operational", log.on("2026-03-01").status());
    }

    @Test
    void rule4x3() {
        ExampleLedger log = eleven().report(sec("U1").status("preparing"));
        for (String party : ELEVEN) assertNull(log.party(party, "2026-01-01").status());
        log.rule("2025-01-01", "all");
        for (String party : ELEVEN)
            assertEquals("preparing", log.party(party, "2026-01-01").status());
    }

    @Test
    void rule4x4() {
        ExampleLedger log = eleven().report(sec("U1").on("2026-02-01").status("preparing"));
        log.rule("2026-03-01", "all").rule("2026-05-01", "lead");
        assertNull(log.party("TH", "2026-02-01").status());
        assertEquals("preparing", log.party("TH", "2026-03-01").status());
        assertNull(log.party("TH", "2026-05-01").status());
    }

    @Test
    void rule4x5() {
        ExampleLedger log = eleven().rule("2025-01-01", "all").report(sec("U1").about("SG"));
        assertEquals("not_reported", log.party("TH", "2026-01-01").partyStatus());
        assertEquals("declared", log.on("2026-01-01").status());
    }

    @Test
    void rule4x6() {
        ExampleLedger log = eleven().report(sec("U1").status("preparing"));
        log.report(sec("U2").about("TH").on("2026-02-01").status("cancelled").because());
        log.report(sec("U3").about("SG").on("2026-02-01"));
        assertEquals("preparing", log.rule("2025-01-01", "all").on("2026-02-01").status());
        assertEquals(
                "in_progress", log.rule("2025-01-01", "any").on("2026-02-01").status());
    }

    @Test
    void rule4x7() {
        DraftUpdate x = sec("U2")
                .about("TH")
                .on("2026-02-01")
                .status("superseded")
                .succeededBy("X")
                .because();
        ExampleLedger log = eleven().rule("2025-01-01", "all");
        log.report(sec("U1").status("superseded").succeededBy("Y").because()).report(x);
        assertEquals("superseded", log.on("2026-02-01").status());
        assertNull(log.on("2026-02-01").successor());
        assertEquals("Y", log.on("2026-01-01").successor());
        ExampleLedger mixed = eleven().rule("2025-01-01", "all")
                .report(sec("U1").status("cancelled").because());
        mixed.report(x);
        assertEquals("cancelled", mixed.on("2026-02-01").status());
    }

    @Test
    void rule4x8() {
        ExampleLedger log = eleven().rule("2025-01-01", "all");
        log.report(sec("U1").status("operational").backed());
        log.report(sec("U2").about("SG").on("2025-06-01").backed());
        log.report(sec("U3").about("TH").on("2025-06-01"));
        ExampleLedger two = ExampleLedger.binding("SG", "TH", "VN").rule("2025-01-01", "all");
        two.report(sec("U1").about("VN").status("operational").backed());
        two.report(sec("U2").about("SG").backed()).report(sec("U3").about("TH"));
        assertEquals("in_progress", two.on("2026-01-01").status());
        assertEquals("self_reported", two.on("2026-01-01").assurance());
        two.rule("2026-02-01", "any");
        assertEquals("evidenced", two.on("2026-02-01").assurance());
    }

    @Test
    void rule4x9() {
        ExampleLedger log = ExampleLedger.binding("SG", "TH").rule("2025-01-01", "all");
        log.report(sec("U1").about("TH").percent(10))
                .report(sec("U2").about("SG").percent(90));
        assertNull(log.on("2026-01-01").percent());
        assertEquals(10, log.party("TH", "2026-01-01").percent());
    }

    @Test
    void rule4x10() {
        ExampleLedger log = eleven().report(
                        from("TH", "U1").on("2026-02-01").status("completed").backed());
        log.rule("2026-05-01", "all");
        assertEquals("completed", log.on("2026-04-30").status());
        assertEquals("declared", log.on("2026-05-01").status());
        assertEquals(day("2026-05-01"), log.on("2026-05-01").statusSince());
    }

    @Test
    void rule4x11() {
        ExampleLedger log = eleven().rule("2025-01-01", "all").lead("2025-01-01", "MIIT");
        log.report(sec("U1").status("preparing"));
        log.report(sec("U2").about("MIIT").on("2026-02-01").status("suspended").because());
        assertEquals("suspended", log.party("MIIT", "2026-02-01").status());
        assertFalse(log.party("MIIT", "2026-02-01").bound());
        assertEquals("preparing", log.on("2026-02-01").status());
    }

    @Test
    void rule4x12() {
        ExampleLedger log = eleven().report(from("TH", "U1"));
        assertEquals("in_progress", log.party("TH", "2026-01-01").partyStatus());
    }

    // --- 5. Since, percent, successor

    @Test
    void rule5x1() {
        ExampleLedger log =
                eleven().report(sec("U1").on("2026-03-01")).report(sec("U2").on("2026-04-01"));
        assertEquals(day("2026-03-01"), log.on("2026-04-01").statusSince());
        ExampleLedger late = eleven().report(sec("U1").on("2026-03-20"));
        late.report(sec("U2").on("2026-03-15").status("suspended"));
        assertEquals(day("2026-03-20"), late.on("2026-04-01").statusSince());
    }

    @Test
    void rule5x2() {
        ExampleLedger log = new ExampleLedger().adopted("2025-01-01").text("declared", "2025-10-10", ELEVEN);
        log.report(from("TH", "U1").on("2026-03-01").status("declared"));
        assertEquals(day("2026-03-01"), log.party("TH", "2026-04-01").since());
        assertEquals(day("2025-10-10"), log.on("2026-04-01").statusSince());
    }

    @Test
    void rule5x3() {
        ExampleLedger log = ExampleLedger.binding("SG", "TH").rule("2025-01-01", "all");
        log.report(sec("U1").about("TH").on("2026-03-01").status("completed").backed());
        log.report(sec("U2").about("SG").on("2026-06-01").status("completed").backed());
        assertEquals("completed", log.on("2026-07-01").status());
        assertEquals(day("2026-06-01"), log.on("2026-07-01").statusSince());
    }

    @Test
    void rules5x4And5x5() {
        ExampleLedger log = eleven().report(sec("U1").on("2026-03-01").percent(40))
                .report(sec("U2").on("2026-04-01"));
        assertEquals(40, log.on("2026-04-01").percent());
        assertEquals(day("2026-03-01"), log.on("2026-04-01").percentOn());
        log.report(sec("U3").on("2026-05-01").percent(Percent.NULL));
        assertNull(log.on("2026-05-01").percent());
        assertNull(log.on("2026-05-01").percentOn());
        log.report(sec("U4").on("2026-04-15").status("operational").backed());
        assertNull(log.on("2026-04-15").percent());
    }

    @Test
    void rule5x6() {
        ExampleLedger log = eleven().report(sec("U1").on("2026-03-01").percent(40))
                .report(sec("U2").on("2026-03-01"));
        assertEquals(40, log.on("2026-03-01").percent());
    }

    @Test
    void rule5x7() {
        ExampleLedger log =
                eleven().report(sec("U1").status("superseded").succeededBy("X").because());
        assertEquals("X", log.on("2026-01-01").successor());
        log.report(sec("U2").on("2026-02-01").because());
        assertNull(log.on("2026-02-01").successor());
    }

    @Test
    void rule5x8() {
        ExampleLedger log = eleven().report(from("SG", "U1").about("SG").on("2026-04-01"));
        log.report(sec("U2").on("2026-03-01"));
        assertEquals("U1", log.on("2026-05-01").lastUpdate().id());
    }

    @Test
    void rule5x9() {
        ExampleLedger log = eleven().report(from("SG", "U1").about("SG"));
        assertTrue(log.on("2026-01-01").basisShown());
        assertFalse(log.report(sec("U2")).on("2026-01-01").basisShown());
    }

    // --- 6. Assurance and assessments

    @Test
    void rule6x1() {
        ExampleLedger log = eleven();
        assertEquals("stated_in_text", log.on("2026-01-01").assurance());
        log.report(sec("U1"));
        assertEquals("self_reported", log.on("2026-01-01").assurance());
        log.evidence("E1", "U1", "2026-06-01");
        assertEquals("evidenced", log.on("2026-01-01").assurance());
        assertEquals("self_reported", log.on("2026-01-01", log.revision() - 1).assurance());
    }

    @Test
    void rule6x2() {
        ExampleLedger log = eleven().assess("A2", "2026-06-01", "complete", null, 0, null);
        log.assess("A1", "2026-05-01", "limited", null, 0, null);
        assertEquals("complete", log.on("2026-07-01").assessment());
        assertEquals("limited", log.on("2026-05-31").assessment());
    }

    @Test
    void rules6x3And6x4() {
        ExampleLedger log =
                eleven().report(sec("U1").on("2026-09-30").backed()).assess("A1", "2026-10-20", "confirmed");
        assertEquals("verified", log.on("2026-10-20").assurance());
        assertEquals("evidenced", log.on("2026-10-19").assurance());
        DraftUpdate second = sec("U2").on("2026-10-10").status("completed").backed();
        assertEquals("evidenced", log.report(second).on("2026-10-20").assurance());
        ExampleLedger before =
                eleven().report(sec("U1").on("2026-09-30").backed()).report(second);
        assertEquals(
                "verified",
                before.assess("A1", "2026-10-20", "confirmed").on("2026-10-20").assurance());
    }

    @Test
    void rule6x5() {
        ExampleLedger log =
                eleven().lead("2025-01-01", "TH").report(from("TH", "U1").about("TH"));
        log.assess("A1", "2026-02-01", "disputed")
                .report(from("SG", "U2").about("SG").on("2026-03-01"));
        assertEquals("disputed", log.on("2026-03-01").assurance());
    }

    @Test
    void rule6x6() {
        ExampleLedger log = eleven().report(sec("U1")).assess("A1", "2026-02-01", "disputed");
        log.assess("A2", "2026-03-01", null);
        assertEquals("disputed", log.on("2026-03-01").assurance());
    }

    @Test
    void rule6x7() {
        ExampleLedger log = eleven().report(sec("U1").backed());
        log.assess("A1", "2026-05-01", "confirmed").assess("A2", "2026-06-01", "disputed");
        assertEquals("verified", log.on("2026-05-31").assurance());
        assertEquals("disputed", log.on("2026-06-01").assurance());
    }

    @Test
    void rule6x8() {
        ExampleLedger log = eleven().report(sec("U1")).assess("A1", "2026-02-01", "confirmed");
        assertEquals("self_reported", log.on("2026-02-01").assurance());
        log.evidence("E1", "U1", "2026-03-01");
        assertEquals("evidenced", log.on("2026-02-01").assurance());
        log.assess("A2", "2026-02-01", "confirmed");
        assertEquals("verified", log.on("2026-02-01").assurance());
    }

    @Test
    void rule6x9() {
        ExampleLedger log = eleven().report(sec("U1")).assess("A1", "2026-02-01", "disputed");
        log.assess("A2", "2026-02-01", "limited", null, 0, "A1");
        assertEquals("self_reported", log.on("2026-02-01").assurance());
    }

    @Test
    void rule6x10() {
        ExampleLedger log = eleven().assess("A1", "2026-02-01", "complete", "confirmed", 1, null);
        assertEquals("verified", log.on("2026-02-01").assurance());
        log.text("exploring", "2025-01-01", ELEVEN);
        assertEquals("stated_in_text", log.on("2026-02-01").assurance());
    }

    // --- 7. Evidence

    @Test
    void rule7x1() {
        ExampleLedger log = eleven().report(sec("U1").backed(2));
        log.milestone("M1", "2026-01-01", "plannedOn", day("2026-06-30"), "evidence", 1);
        log.evidence("E1", null, "2026-02-01");
        assertEquals(4, log.on("2026-02-01").evidenceCount());
    }

    @Test
    void rule7x2() {
        ExampleLedger log = eleven().report(sec("U1").on("2026-03-01")).evidence("E1", "U1", "2026-05-01");
        assertEquals(1, log.on("2026-03-01").evidenceCount());
        assertEquals(0, log.on("2026-02-28").evidenceCount());
    }

    @Test
    void rule7x3() {
        ExampleLedger log = eleven().evidence("E1", null, "2026-05-01");
        assertEquals("stated_in_text", log.on("2026-05-01").assurance());
        assertEquals(1, log.on("2026-05-01").evidenceCount());
        assertEquals(0, log.on("2026-04-30").evidenceCount());
    }

    // --- 8. Freshness

    @Test
    void rule8x1() {
        ExampleLedger log = ended("completed", sec("U1").status("completed").backed());
        assertEquals("not_due", log.on("2026-12-31").freshness());
        assertFalse(log.on("2026-12-31").queued());
    }

    @Test
    void rule8x2() {
        ExampleLedger log = eleven().report(sec("U1").on("2026-03-01"));
        assertEquals("never_reported", log.on("2026-02-28").freshness());
        assertEquals("current", log.on("2026-05-30").freshness());
        assertEquals("due", log.on("2026-05-31").freshness());
        assertEquals("due", log.on("2026-06-29").freshness());
        assertEquals("overdue", log.on("2026-06-30").freshness());
    }

    @Test
    void rule8x3() {
        ExampleLedger log = eleven().report(from("SG", "U1").about("SG").on("2026-03-01"));
        assertEquals("current", log.on("2026-03-01").freshness());
        log.lead("2025-01-01", "TH");
        assertEquals("never_reported", log.on("2026-03-01").freshness());
    }

    @Test
    void rule8x4() {
        ExampleLedger log = ExampleLedger.binding("SG", "TH").rule("2025-01-01", "all");
        log.report(sec("U1").about("TH").on("2025-06-01").status("completed").backed());
        log.report(sec("U2").about("SG").on("2026-03-01"));
        assertEquals(day("2026-05-30"), log.on("2026-03-01").reportDue());
        assertEquals("current", log.on("2026-05-30").freshness());
        log.rule("2026-04-01", "any");
        assertEquals(day("2026-05-30"), log.on("2026-04-01").reportDue());
    }

    @Test
    void rule8x5() {
        assertEquals(day("2025-04-01"), eleven().on("2025-01-01").reportDue());
    }

    @Test
    void rule8x6() {
        ExampleLedger log = eleven().lead("2025-01-01", "TH");
        log.report(from("TH", "U1").status("completed").backed());
        for (String party : ELEVEN)
            assertEquals("not_due", log.party(party, "2026-01-01").freshness());
    }

    @Test
    void rule8x7() {
        ExampleLedger log = ExampleLedger.binding("SG", "TH").rule("2025-01-01", "all");
        log.report(sec("U1").about("SG").status("completed").backed())
                .report(sec("U2").about("TH"));
        assertEquals("overdue", log.party("TH", "2026-12-31").freshness());
        assertEquals(List.of("TH"), log.on("2026-12-31").owedBy());
        assertEquals(
                List.of("TH"),
                eleven().lead("2025-01-01", "TH").on("2026-01-01").reporters());
    }

    @Test
    void rule8x8() {
        assertFalse(ended("completed", sec("U1").status("completed").backed())
                .on("2026-12-31")
                .queued());
        assertTrue(eleven().on("2025-01-01").queued());
    }

    @Test
    void rule8x9() {
        ExampleLedger log = eleven().report(from("TH", "U1"));
        assertEquals("in_progress", log.party("TH", "2026-01-01").partyStatus());
        assertEquals("not_reported", log.party("SG", "2026-01-01").partyStatus());
        assertFalse(log.party("SG", "2026-01-01").overdue());
        assertTrue(log.party("SG", "2026-12-31").overdue());
    }

    // --- 9. Schedule

    @Test
    void rule9x1() {
        ExampleLedger log = eleven().patch("2025-01-01", "timeFrame", Map.of("to", "2026-06-30"));
        assertEquals("at_risk", log.on("2026-04-01").schedule());
        assertEquals("on_track", log.on("2026-03-31").schedule());
        assertEquals("late", log.on("2026-07-01").schedule());
        log.report(sec("U1").on("2026-07-01").status("completed").backed());
        assertEquals("missed", log.on("2026-07-01").schedule());
        log.report(sec("U2").on("2026-06-30").status("completed").backed().correcting("U1"));
        assertEquals("met", log.on("2026-07-01").schedule());
        assertEquals("no_deadline", eleven().on("2026-07-01").schedule());
    }

    // --- 10. Edits

    @Test
    void rule10x1() {
        ExampleLedger log = eleven().patch("2026-02-01", "area", "AI").lead("2026-03-01", "TH");
        log.patch("2026-02-15", "area", "GREEN");
        assertEquals("GREEN", log.on("2026-12-31").area());
        assertEquals("TH", log.on("2026-12-31").assigned().party());
        assertEquals("AI", log.on("2026-02-14").area());
    }

    @Test
    void rule10x2() {
        ExampleLedger log = eleven();
        Map<String, Object> lead = Map.of("rollUp", "lead");
        assertEquals(lead, log.edits().stated(day("2026-06-01"), lead));
        assertEquals(Map.of(), log.edits().stated(null, lead));
        log.rule("2026-06-01", "lead").rule("2026-05-01", "all");
        assertEquals("all", log.on("2026-05-31").rollUp());
        assertEquals("lead", log.on("2026-06-01").rollUp());
    }

    @Test
    void rule10x3() {
        ExampleLedger log = eleven().rule("2026-06-01", "lead");
        assertEquals(Map.of(), log.edits().stated(day("2026-06-01"), Map.of("rollUp", "lead")));
    }

    @Test
    void rule10x4() {
        ExampleLedger log = eleven().patch("2026-03-01", "otherAreas", List.of("GREEN"));
        refused(log.edits().ofPatch(day("2026-02-01"), Map.of("area", "GREEN")), 400);
        legal(log.edits().ofPatch(day("2026-02-01"), Map.of("area", "AI")));
    }

    @Test
    void rule10x5() {
        ExampleLedger log = eleven().lead("2026-06-01", "TH").lead("2026-03-01", "TH");
        assertEquals(day("2026-03-01"), log.on("2026-12-31").leadSince());
        log.patch("2026-07-01", "assigned", new Assigned("TH", Map.of("en", "MDES")));
        assertEquals(day("2026-07-01"), log.on("2026-12-31").leadSince());
    }

    @Test
    void rule10x6() {
        ExampleLedger log = eleven().patch("2026-03-01", "title", Map.of("en", "Set"));
        log.text("declared", "2025-01-01", "Better", ELEVEN);
        assertEquals(Map.of("en", "Better"), log.on("2026-02-28").title());
        assertEquals(Map.of("en", "Set"), log.on("2026-03-01").title());
    }

    // --- 11. Milestones

    private static ExampleLedger planned(String day, String plannedOn) {
        return eleven().milestone("M1", day, "title", Map.of("en", "Step"), "plannedOn", day(plannedOn));
    }

    private static ExpectedMilestone step(ExampleLedger log, String day) {
        return log.on(day).milestones().get(0);
    }

    @Test
    void rule11x1() {
        ExampleLedger log = planned("2026-02-01", "2026-12-31");
        log.milestone("M1", "2026-06-01", "forecastOn", day("2027-01-31"));
        log.milestone("M1", "2026-04-01", "plannedOn", day("2026-10-31"));
        assertEquals(List.of(), log.on("2026-01-31").milestones());
        assertEquals(day("2026-10-31"), step(log, "2026-11-01").plannedOn());
        assertEquals(day("2027-01-31"), step(log, "2026-11-01").forecastOn());
        assertEquals("missed", step(log, "2026-11-01").state());
    }

    @Test
    void rule11x2() {
        ExampleLedger log = planned("2026-02-01", "2026-10-31");
        log.milestone("M1", "2026-11-02", "achievedOn", day("2026-11-02"));
        assertEquals("planned", step(log, "2026-10-31").state());
        assertEquals("missed", step(log, "2026-11-01").state());
        assertEquals("achieved", step(log, "2026-11-02").state());
        log.milestone("M1", "2026-03-01", "dropped", true);
        assertEquals("dropped", step(log, "2026-03-01").state());
    }

    @Test
    void rule11x3() {
        ExampleLedger log = planned("2026-02-01", "2026-10-31");
        log.milestone("M1", "2026-06-01", "achievedOn", day("2026-06-01"));
        MilestoneStated late = new MilestoneStated("M1", day("2026-04-01"), ExampleLedger.map("dropped", true));
        refused(log.edits().ofMilestonePatch(late), 400);
    }

    // --- 12. History and changes

    @Test
    void rule12x6() {
        ExampleLedger log = eleven().report(sec("U1").on("2025-01-01"));
        log.report(sec("U2").on("2025-01-03").status("operational").backed());
        TransitionDays moves = new TransitionDays(KnownEvents.all(log.events()));
        assertEquals(Set.of(), moves.changedBefore(day("2025-01-02"), day("2025-12-31")));
        assertEquals(Set.of(day("2025-01-03")), moves.changedBefore(day("2025-01-10"), day("2025-12-31")));
        assertEquals(Set.of(), moves.changedBefore(day("2025-01-11"), day("2025-12-31")));
    }
}
