package org.servanda.reports.dossiers;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.servanda.ledger.ReadPoints;
import org.servanda.reports.LabelReader;
import org.servanda.reports.PdfText;
import org.servanda.reports.PrintLabels;
import org.servanda.testing.ApiRequests;
import org.servanda.testing.EditFixture;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;
import org.servanda.text.Language;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Everything about one commitment, for each as far as he may see it. */
@HttpTest
class DossierTest {

    private static final String PATH = "/api/v1/reports/dossier/";
    private static final String CODE = "ACJS-2024.II.2";
    private static final String OF = "/api/v1/commitments/";

    @Inject
    LabelReader labels;

    @Inject
    ReadPoints registers;

    private static RequestSpecification as(String key) {
        return key == null
                ? given().urlEncodingEnabled(false)
                : given().auth().oauth2(key).urlEncodingEnabled(false);
    }

    private static Response dossier(String key, String codeAndQuery) {
        Response answer = as(key).get(PATH + codeAndQuery);
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer;
    }

    private static String post(String bearer, String what, Map<String, Object> body) {
        Response answer = ApiRequests.post(bearer, OF + CODE + "/" + what, body);
        assertEquals(201, answer.statusCode(), answer.asString());
        return answer.path("id");
    }

    private static List<Object> of(JsonPath dossier, String section, String column) {
        List<Object> values = dossier.getList("items.findAll { it.section == '" + section + "' }." + column);
        return List.copyOf(new LinkedHashSet<>(
                values.stream().filter(value -> value != null).toList()));
    }

    @Test
    void itHoldsEverythingThatTheCallerCouldReadElsewhere() throws IOException {
        String accepted =
                UpdateFixture.of(CODE).on("2026-03-01").percent(20).backed().counted();
        String returned = UpdateFixture.of(CODE).on("2026-03-05").waitingFrom("TH");
        UpdateFixture.decide("return", returned).then().statusCode(200);
        String waiting = UpdateFixture.of(CODE).on("2026-04-01").waitingFrom("TH");
        Map<String, Object> milestone = new LinkedHashMap<>();
        milestone.put("title", Map.of("zh", "首批学员", "en", "First class"));
        milestone.put("plannedOn", "2026-06-01");
        milestone.put("effectiveOn", "2026-02-01");
        String planned = post(TestKeys.secretariat(), "milestones", milestone);
        Map<String, Object> assessment = new LinkedHashMap<>();
        assessment.put("assessedOn", "2026-05-01");
        assessment.put("result", "limited");
        assessment.put("rationale", Map.of("zh", "实地查看", "en", "Seen on site"));
        String assessed = post(TestKeys.auditor(), "assessments", assessment);
        String found = post(TestKeys.secretariat(), "evidence", Map.of("evidence", UpdateFixture.evidence()));
        for (String lead : List.of("TH", "SG"))
            EditFixture.commitment(
                            CODE,
                            "{\"owner\":{\"assigned\":{\"party\":\"" + lead
                                    + "\"}},\"reason\":\"Agreed\",\"effectiveOn\":\"2026-02-0"
                                    + (lead.equals("TH") ? 1 : 2) + "\"}")
                    .then()
                    .statusCode(200);

        for (String key : new String[] {
            null, TestKeys.reader(), TestKeys.contributor("TH"), TestKeys.contributor("LA"), TestKeys.auditor()
        }) {
            JsonPath dossier = dossier(key, CODE).jsonPath();
            List<String> sections = dossier.getList("items.section");
            assertEquals(
                    sections.stream()
                            .map(DossierRow.Section::valueOf)
                            .sorted()
                            .map(Enum::name)
                            .toList(),
                    sections);
            assertEquals(DossierRow.Section.values().length, new LinkedHashSet<>(sections).size(), "one is empty");
            JsonPath updates = as(key).get(OF + CODE + "/updates").jsonPath();
            assertEquals(updates.getList("items.id"), of(dossier, "report", "id"));
            String decisions = "items.findAll { it.section == 'report' && it.field == 'decision' }";
            assertEquals(
                    updates.getList("items.findAll { it.note != null }.note.en"),
                    dossier.getList(decisions + ".textEn.findAll { it != null }"));
            JsonPath history = as(key).get(OF + CODE + "/history").jsonPath();
            String trail = "items.findAll { it.section == 'trail' }";
            assertEquals(history.getList("items.entry"), dossier.getList(trail + ".entry"));
            assertEquals(history.getList("items.field"), dossier.getList(trail + ".field"));
            assertEquals(history.getList("items.kind"), dossier.getList(trail + ".kind"));
            assertEquals(history.getList("items.actor"), dossier.getList(trail + ".who"));
            JsonPath its = as(key).get(OF + CODE).jsonPath();
            assertEquals(
                    its.getList("passages.sha256"),
                    dossier.getList("items.findAll { it.section == 'passage' }.sha256"));
            assertEquals(
                    its.getString("status"),
                    dossier.getString("items.find { it.section == 'standing' && it.field == 'status' }.after"));
            assertEquals(
                    its.getString("wording.zh"),
                    dossier.getString("items.find { it.section == 'text' && it.field == 'wording' }.textZh"));
            assertEquals(List.copyOf(new LinkedHashSet<>(its.getList("links.to"))), of(dossier, "link", "id"));
            assertEquals(List.of(planned), of(dossier, "milestone", "id"));
            assertEquals(List.of(assessed), of(dossier, "assessment", "id"));
            assertEquals(List.of(accepted, found), of(dossier, "evidence", "id"));
            String leads = "items.findAll { it.section == 'owner' && it.field == 'assigned/history' }";
            assertEquals(List.of("TH", "SG"), dossier.getList(leads + ".after"));
            assertEquals(Arrays.asList(null, "TH"), dossier.getList(leads + ".before"));
            assertEquals(List.of("Agreed", "Agreed"), dossier.getList(leads + ".reason"));
        }
        // The same lists, so that nothing above was compared with nothing.
        assertEquals(List.of(accepted), of(dossier(null, CODE).jsonPath(), "report", "id"));
        assertEquals(
                List.of(accepted), of(dossier(TestKeys.contributor("LA"), CODE).jsonPath(), "report", "id"));
        for (String inside : List.of(TestKeys.contributor("TH"), TestKeys.auditor()))
            assertEquals(
                    List.of(accepted, returned, waiting),
                    of(dossier(inside, CODE).jsonPath(), "report", "id"));
        assertSaidInChinese(dossier(TestKeys.auditor(), CODE).jsonPath());
    }

    /** The words of programs are for the files. */
    private void assertSaidInChinese(JsonPath dossier) throws IOException {
        PrintLabels words = new PrintLabels(labels.read(Language.zh, registers.now()));
        for (Map<String, Object> row : dossier.<Map<String, Object>>getList("items")) {
            String path = String.valueOf(row.get(row.get("field") == null ? "kind" : "field"));
            // Not the ids and codes in it, which begin with capitals.
            for (String step : path.split("/"))
                if (Character.isLowerCase(step.charAt(0)))
                    assertTrue(words.name(step).matches(".*\\p{IsHan}.*"), path);
        }
        String paper = PdfText.text(as(TestKeys.auditor()), "dossier/" + CODE + "?lang=zh");
        for (String word : List.of("实施状态", "退回填报", "评估结果", "有限", "新加坡", "计划日期", "— → —"))
            assertTrue(paper.contains(word), word + " is not on\n" + paper);
        for (String word : List.of("{", "}", "stated_in_text", "never_reported", "plannedOn", "limited"))
            assertFalse(paper.contains(word), word + " is on\n" + paper);
    }

    @Test
    void whoSeesMoreHasAnotherTag() {
        String code = "ACJS-2024.III.1";
        UpdateFixture.of(code).on("2026-03-05").waitingFrom("TH");
        // Each key that is issued is an entry; all of them before the coordinates are pinned.
        List<String> keys = List.of(
                TestKeys.reader(),
                TestKeys.contributor("TH"),
                TestKeys.contributor("LA"),
                TestKeys.secretariat(),
                TestKeys.auditor());
        String pinned = code + "?asOf=2026-06-30&knownAt="
                + given().get("/api/v1/commitments?limit=1").path("revision");
        Response open = dossier(null, pinned);
        List<Response> answers = keys.stream().map(key -> dossier(key, pinned)).toList();
        assertEquals(open.header("ETag"), answers.get(0).header("ETag"));
        assertEquals(open.asString(), answers.get(0).asString());
        assertEquals(answers.get(3).header("ETag"), answers.get(4).header("ETag"));
        assertEquals(answers.get(3).asString(), answers.get(4).asString());
        List<Response> apart = List.of(open, answers.get(1), answers.get(2), answers.get(3));
        assertEquals(
                4,
                apart.stream().map(answer -> answer.header("ETag")).distinct().count());
        assertNotEquals(open.asString(), answers.get(1).asString());
        as(TestKeys.auditor())
                .header("If-None-Match", open.header("ETag"))
                .get(PATH + pinned)
                .then()
                .statusCode(200);
        as(TestKeys.auditor())
                .header("If-None-Match", answers.get(4).header("ETag"))
                .get(PATH + pinned)
                .then()
                .statusCode(304);
    }

    @Test
    void itsAddressGivesTheSameBytesWhateverComesLater() {
        String code = "ACJS-2024.III.3";
        UpdateFixture.of(code).on("2026-03-01").backed().counted();
        String waiting = UpdateFixture.of(code).on("2026-03-05").waitingFrom("TH");
        List<String> keys = List.of(TestKeys.contributor("TH"), TestKeys.auditor(), TestKeys.reader());
        String pinned = PATH + code + "?asOf=2026-06-30&knownAt="
                + given().get("/api/v1/commitments?limit=1").path("revision") + "&format=";
        List<String> addresses = List.of(pinned + "json", pinned + "csv", pinned + "ndjson");
        List<String> before = read(keys, addresses);
        UpdateFixture.decide("accept", waiting).then().statusCode(200);
        UpdateFixture.of(code).on("2026-03-07").status("operational").backed().counted();
        assertEquals(before, read(keys, addresses));
        String named = JsonPath.from(before.get(0)).getString("address");
        assertEquals(before.get(0), as(keys.get(0)).get(named).asString());
    }

    private static List<String> read(List<String> keys, List<String> addresses) {
        return keys.stream()
                .flatMap(key ->
                        addresses.stream().map(address -> as(key).get(address).asString()))
                .toList();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        given().get(PATH + "ACJS-2024.II.9").then().statusCode(404).body("detail", containsString("nearest"));
        given().get(PATH + CODE + "?asOf=2019-01-01")
                .then()
                .statusCode(404)
                .body("detail", containsString("at later coordinates it is"));
        given().get(PATH + CODE + "?area=AI").then().statusCode(400).body("code", is("unknown-parameter"));
        given().get(PATH + CODE + "?format=doc").then().statusCode(400).body("errors[0].parameter", is("format"));
        String disposition = dossier(null, CODE + "?format=csv").header("Content-Disposition");
        assertTrue(disposition.contains("servanda-dossier-" + CODE + "-"), disposition);
    }
}
