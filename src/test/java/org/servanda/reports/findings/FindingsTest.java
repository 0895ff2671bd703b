package org.servanda.reports.findings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.servanda.commitments.Commitment;
import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Commitments;
import org.servanda.commitments.standings.StandingProjection;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.testing.ApiRequests;
import org.servanda.testing.EditFixture;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;
import org.servanda.text.JsonText;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What auditors look at first: each finding comes and goes with what it is about. */
@HttpTest
class FindingsTest {

    private static final String PATH = "/api/v1/reports/findings";
    private static final String UNBACKED = "completed_without_independent_evidence";
    private static final String OWN_SIDE = "accepted_by_own_side";
    private static final String CORRECTED = "corrected_after_publication";
    private static final String BEFORE = "changed_before_report_date";
    private static final String NO_DIGEST = "evidence_without_digest";

    @Inject
    Ledger ledger;

    @Inject
    Commitments commitments;

    @Inject
    StandingProjection chronicle;

    /** The findings of one kind on one commitment; {@code more} begins with an ampersand or is empty. */
    private static List<Map<String, Object>> findings(String code, String kind, String more) {
        return JsonPath.from(given().get(PATH + "?finding=" + kind + more)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .getList("items.findAll { it.code == '" + code + "' }");
    }

    private static List<Object> subjects(String code, String kind, String more) {
        return findings(code, kind, more).stream()
                .map(finding -> finding.get("subject"))
                .toList();
    }

    private static int revision() {
        // The first time a test asks for it, a key is an entry too.
        TestKeys.secretariat();
        TestKeys.auditor();
        TestKeys.contributor("TH");
        return given().get("/api/v1/commitments?limit=1").path("revision");
    }

    private static Map<String, Object> evidence(String field, String value) {
        Map<String, Object> evidence = new LinkedHashMap<>(UpdateFixture.evidence());
        evidence.put(field, value);
        return evidence;
    }

    private static Response post(String bearer, String path, Map<String, Object> body) {
        Response answer = ApiRequests.post(bearer, path, body);
        assertEquals(201, answer.statusCode(), answer.asString());
        return answer;
    }

    private static void add(String code, Map<String, Object> evidence, String backs) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("evidence", evidence));
        if (backs != null) body.put("backs", backs);
        post(TestKeys.secretariat(), "/api/v1/commitments/" + code + "/evidence", body);
    }

    private static String assess(String code, String corrects) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("assessedOn", "2025-07-01");
        body.put("result", "limited");
        body.put("rationale", Map.of("zh", "实地查看", "en", "Seen on site"));
        if (corrects != null) {
            body.put("corrects", corrects);
            body.put("reason", Map.of("en", "A wrong site", "zh", "地点有误"));
        }
        return post(TestKeys.auditor(), "/api/v1/commitments/" + code + "/assessments", body)
                .path("id");
    }

    @Test
    void whatIsDoneWithoutIndependentEvidenceIsOneUntilThereIsSome() {
        String code = "ACJS-2024.I.1";
        assertEquals(List.of(), findings(code, UNBACKED, ""));
        String report = UpdateFixture.of(code)
                .on("2025-06-01")
                .status("operational")
                .backed()
                .counted();
        int unbacked = revision();
        Map<String, Object> finding = findings(code, UNBACKED, "").get(0);
        assertEquals(report, finding.get("subject"));
        assertEquals("2025-06-01", finding.get("on"));
        assertEquals(unbacked, finding.get("entry"));
        assertTrue(finding.get("who").toString().startsWith("secretariat/"));
        assertEquals("Completed without independent evidence", finding.get("findingLabel"));
        assertEquals("Operational; 1 item of evidence, none independent", finding.get("detailEn"));
        assertEquals("常态运行；证据 1 项，无一来自独立来源", finding.get("detailZh"));
        assertEquals(List.of(), findings(code, UNBACKED, "&asOf=2025-05-31"));
        assertEquals(List.of(), findings(code, UNBACKED, "&knownAt=" + (unbacked - 1)));

        add(code, evidence("sourceClass", "independent"), report);
        assertEquals(List.of(), findings(code, UNBACKED, ""));
        assertEquals(1, findings(code, UNBACKED, "&knownAt=" + unbacked).size());

        // What backed the one that was wrong backs nothing any more.
        String better = UpdateFixture.of(code)
                .on("2025-06-01")
                .status("operational")
                .backed()
                .correcting(report)
                .counted();
        assertEquals(List.of(better), subjects(code, UNBACKED, ""));
        add(code, evidence("sourceClass", "independent"), null);
        assertEquals(List.of(), findings(code, UNBACKED, ""));
    }

    @Test
    void whatTheSecretariatReportsIsAcceptedByItsOwnSide() {
        String code = "ACJS-2024.I.2";
        String own = UpdateFixture.of(code).on("2025-03-01").counted();
        String theirs = UpdateFixture.of(code).on("2025-04-01").waitingFrom("TH");
        assertEquals(List.of(own), subjects(code, OWN_SIDE, ""));
        UpdateFixture.decide("accept", theirs).then().statusCode(200);
        int known = revision();
        Map<String, Object> finding = findings(code, OWN_SIDE, "").get(0);
        assertEquals(own, finding.get("subject"));
        assertEquals("Accepted by who submitted it", finding.get("detailEn"));
        assertEquals(1, findings(code, OWN_SIDE, "").size());
        assertEquals(List.of(), findings(code, OWN_SIDE, "&asOf=2025-02-28"));
        String correction =
                UpdateFixture.of(code).on("2025-03-01").correcting(own).waitingFrom("TH");
        UpdateFixture.decide("accept", correction).then().statusCode(200);
        assertEquals(List.of(), findings(code, OWN_SIDE, ""));
        assertEquals(List.of(own), subjects(code, OWN_SIDE, "&knownAt=" + known));
    }

    @Test
    void whatIsTakenUpAgainIsReopenedOnItsDay() {
        String code = "ACJS-2024.I.3";
        UpdateFixture.of(code).on("2025-03-01").status("completed").backed().counted();
        String again = UpdateFixture.of(code)
                .on("2025-05-01")
                .because("The centre closed")
                .counted();
        int known = revision();
        Map<String, Object> finding = findings(code, "reopened", "").get(0);
        assertEquals(again, finding.get("subject"));
        assertEquals("2025-05-01", finding.get("on"));
        assertEquals(known, finding.get("entry"));
        assertEquals("Completed → In progress: The centre closed", finding.get("detailEn"));
        assertEquals(List.of(), findings(code, "reopened", "&asOf=2025-04-30"));
        UpdateFixture.of(code)
                .on("2025-05-01")
                .status("completed")
                .backed()
                .correcting(again)
                .counted();
        assertEquals(List.of(), findings(code, "reopened", ""));
        assertEquals(1, findings(code, "reopened", "&knownAt=" + known).size());
    }

    @Test
    void aPartyThatTakesUpItsPartAgainIsReopenedToo() {
        String code = "ACJS-2024.II.1";
        UpdateFixture.of(code)
                .about("TH")
                .on("2025-03-01")
                .status("completed")
                .backed()
                .counted();
        String again = UpdateFixture.of(code)
                .about("TH")
                .on("2025-05-01")
                .because("Not yet")
                .counted();
        assertEquals(List.of(again), subjects(code, "reopened", ""));
        // And now the whole with it, in one finding.
        EditFixture.commitment(code, "{\"rollUp\":\"any\",\"effectiveOn\":\"2025-01-01\"}")
                .then()
                .statusCode(200);
        assertEquals(List.of(again), subjects(code, "reopened", ""));
        assertEquals(
                List.of(again), subjects(code, BEFORE, "&reportDate=2025-05-02"), "and the whole moved on that day");
    }

    @Test
    void whatPutsRightWhatWasPublishedIsNamed() {
        String code = "ACJS-2024.II.2";
        String wrong = UpdateFixture.of(code).on("2025-03-01").counted();
        int before = revision();
        String right = UpdateFixture.of(code)
                .on("2025-03-01")
                .status("preparing")
                .correcting(wrong)
                .counted();
        String first = assess(code, null);
        String second = assess(code, first);
        List<Map<String, Object>> all = findings(code, CORRECTED, "");
        assertEquals(List.of(right, second), subjects(code, CORRECTED, ""));
        assertEquals("Corrects " + wrong + ": It was wrong", all.get(0).get("detailEn"));
        assertEquals("更正 " + first + "：地点有误", all.get(1).get("detailZh"));
        assertEquals(List.of(right), subjects(code, CORRECTED, "&asOf=2025-06-30"));
        assertEquals(List.of(), subjects(code, CORRECTED, "&asOf=2025-02-28"));
        assertEquals(List.of(), subjects(code, CORRECTED, "&knownAt=" + before));
    }

    @Test
    void aTextThatWasReadAgainIsNamedWithWhatItReadsOtherwise() {
        String code = "ACJS-2024.closing";
        assertEquals(List.of(), findings(code, CORRECTED, ""));
        int before = revision();
        QuarkusTransaction.requiringNew().run(() -> {
            ledger.lock();
            Commitment commitment = commitments.byCode(code);
            String text = JsonText.write(commitment.text());
            CommitmentText again = JsonText.read(
                    text.replaceFirst("\"obligation\":\"[a-z_]+\"", "\"obligation\":\"explore\"")
                            .replaceFirst("\"kind\":\"[a-z_]+\"", "\"kind\":\"event\""),
                    CommitmentText.class);
            assertTrue(commitment.differsFrom(again));
            ledger.append(new NewEntry(
                    "seeds", CommitmentEntryKinds.subject(code), CommitmentEntryKinds.CORRECTED, null, null, again));
            commitment.correct(again, Commitment.Entered.seeds);
            chronicle.catchUp(List.of(commitment));
        });
        Map<String, Object> finding = findings(code, CORRECTED, "").get(0);
        assertEquals("The text was read again: kind, obligation", finding.get("detailEn"));
        assertEquals("seeds", finding.get("who"));
        assertEquals(before + 1, finding.get("entry"));
        assertEquals(List.of(), findings(code, CORRECTED, "&knownAt=" + before));
    }

    @Test
    void whatMovesInTheDaysBeforeAReportDateIsNamed() {
        String code = "BRDE-2023.10.2";
        String report =
                UpdateFixture.of(code).on("2026-06-01").status("preparing").counted();
        assertEquals(List.of(report), subjects(code, BEFORE, "&reportDate=2026-06-08"));
        assertEquals(List.of(report), subjects(code, BEFORE, "&reportDate=2026-06-01"));
        assertEquals(List.of(), subjects(code, BEFORE, "&reportDate=2026-06-09"));
        assertEquals(List.of(), subjects(code, BEFORE, "&reportDate=2026-05-31"));
        assertEquals(
                List.of(report), subjects(code, BEFORE, "&reportDate=2026-01-01,2026-06-03&reportDate=2026-06-05"));
        String detail = findings(code, BEFORE, "&reportDate=2026-06-02")
                .get(0)
                .get("detailEn")
                .toString();
        assertTrue(detail.endsWith(": 1 day before the report date 2026-06-02"), detail);
        // By itself the day of asOf is one.
        assertEquals(List.of(report), subjects(code, BEFORE, "&asOf=2026-06-03"));
        assertEquals(List.of(), subjects(code, BEFORE, "&asOf=2026-06-09"));
        // And so is the day by which a cycle of the instrument was due.
        int before = revision();
        post(
                TestKeys.secretariat(),
                "/api/v1/cycles",
                Map.of(
                        "code",
                        "FINDINGS-2026",
                        "title",
                        Map.of("zh", "会议", "en", "Meeting"),
                        "instruments",
                        List.of("BRDE-2023"),
                        "period",
                        Map.of("from", "2026-01-01", "to", "2026-05-31"),
                        "opensOn",
                        "2026-05-01",
                        "dueOn",
                        "2026-06-05"));
        assertEquals(List.of(report), subjects(code, BEFORE, "&asOf=2026-06-20"));
        assertEquals(List.of(), subjects(code, BEFORE, "&asOf=2026-06-20&knownAt=" + before));
        assertEquals(List.of(), subjects(code, BEFORE, "&asOf=2026-06-20&reportDate=2026-06-20"));
        String other = "ACJS-2024.III.1";
        UpdateFixture.of(other).on("2026-06-01").status("preparing").counted();
        assertEquals(List.of(), subjects(other, BEFORE, "&asOf=2026-06-20"), "not about its instrument");
        // To say the same again is no move.
        UpdateFixture.of(code).on("2026-06-04").status("preparing").counted();
        assertEquals(List.of(report), subjects(code, BEFORE, "&reportDate=2026-06-05"));
    }

    @Test
    void aLinkThatNobodyKeptACopyOfIsNamed() {
        String code = "CNS-2025.11";
        String report = UpdateFixture.of(code)
                .on("2026-05-01")
                .with("evidence", List.of(UpdateFixture.evidence(), evidence("sha256", "0".repeat(64))))
                .counted();
        int known = revision();
        assertEquals(List.of(report), subjects(code, NO_DIGEST, ""));
        assertEquals(
                "https://www.example.org/press/1: A press note",
                findings(code, NO_DIGEST, "").get(0).get("detailEn"));
        add(code, UpdateFixture.evidence(), null);
        Map<String, Object> milestone = new LinkedHashMap<>();
        milestone.put("title", Map.of("zh", "首批学员", "en", "First class"));
        milestone.put("plannedOn", "2026-06-01");
        milestone.put("effectiveOn", "2026-05-01");
        milestone.put("evidence", List.of(UpdateFixture.evidence()));
        post(TestKeys.secretariat(), "/api/v1/commitments/" + code + "/milestones", milestone);
        assertEquals(List.of(report, code + "-E1", code + "-M1"), subjects(code, NO_DIGEST, ""));
        assertEquals(List.of(report), subjects(code, NO_DIGEST, "&knownAt=" + known));
        assertEquals(List.of(), subjects(code, NO_DIGEST, "&asOf=2026-04-30"));
        UpdateFixture.of(code).on("2026-05-01").correcting(report).counted();
        assertEquals(List.of(code + "-E1", code + "-M1"), subjects(code, NO_DIGEST, ""));
    }

    @Test
    void eachDivergenceIsNamed() {
        List<Integer> noted = given().get("/api/v1/commitments?instrument=ACJS-2024&limit=200")
                .path("items.collect { it.divergences == null ? 0 : it.divergences.size() }");
        int all = noted.stream().mapToInt(Integer::intValue).sum();
        assertTrue(all > 5);
        JsonPath found = given().get(PATH + "?finding=divergence_open&instrument=ACJS-2024&lang=zh")
                .jsonPath();
        assertEquals(all, found.getInt("rows"));
        assertEquals(List.of("文本差异未消除"), found.getList("items.findingLabel.unique()"));
        assertEquals(
                0,
                given().get(PATH + "?finding=divergence_open&instrument=ACJS-2024&asOf=2024-01-01")
                        .<Integer>path("rows"));
    }

    @Test
    void allKindsComeInTheirOrderAndEveryoneIsToldTheSame() {
        String code = "ACJS-2024.IV.1";
        UpdateFixture.of(code).on("2026-05-01").status("completed").backed().counted();
        UpdateFixture.of(code).on("2026-05-03").because("Not yet").counted();
        String waiting = UpdateFixture.of(code)
                .on("2026-05-04")
                .status("operational")
                .backed()
                .waitingFrom("TH");
        String address =
                given().get(PATH + "?instrument=ACJS-2024&asOf=2026-05-06").path("address");
        Response seen = given().urlEncodingEnabled(false).get(address);
        List<String> kinds = seen.path("items.findAll { it.code == '" + code + "' }.finding");
        assertEquals(
                kinds.stream()
                        .map(FindingKind::valueOf)
                        .sorted()
                        .map(Enum::name)
                        .toList(),
                kinds);
        assertTrue(kinds.containsAll(List.of(OWN_SIDE, "reopened", BEFORE, NO_DIGEST)), kinds.toString());
        Response inside = given().auth()
                .oauth2(TestKeys.auditor())
                .urlEncodingEnabled(false)
                .get(address);
        assertEquals(seen.asString(), inside.asString());
        assertEquals(seen.header("ETag"), inside.header("ETag"));
        UpdateFixture.decide("accept", waiting).then().statusCode(200);
        assertEquals(
                seen.asString(), given().urlEncodingEnabled(false).get(address).asString(), "later writes");
        assertEquals(
                given().get(PATH + "?instrument=ACJS-2024&finding=reopened,divergence_open")
                        .<Object>path("items"),
                given().get(PATH + "?instrument=ACJS-2024&finding=divergence_open&finding=reopened")
                        .<Object>path("items"));
    }

    @Test
    void whatIsWrongIsNamed() {
        given().get(PATH + "?finding=reopend&reportDate=tomorrow")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItems("finding", "reportDate"))
                .body("errors.find { it.parameter == 'finding' }.nearest", is("reopened"))
                .body("errors.find { it.parameter == 'finding' }.allowed", hasItems(UNBACKED, "divergence_open"));
        given().get(PATH + "?asOf=2026-01-31&reportDate=2026-02-01")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("reportDate"));
        given().get(PATH + "?code=CNS-2025.9").then().statusCode(400).body("code", is("unknown-parameter"));
        given().get(PATH + "?area=NOPE").then().statusCode(400).body("errors[0].parameter", is("area"));
    }
}
