package org.servanda.visibility;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import org.servanda.testing.EditFixture;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;
import org.servanda.text.Sha256;

import static io.restassured.RestAssured.given;

/**
 * What happens to one commitment, so that there is one of each thing that the table names: first what is hidden from most, then
 * what everyone may see. Thailand is the party, Singapore another one.
 */
final class VisibilityScenario {

    static final String CODE = "ACJS-2024.IV.2";
    static final String PARTY = "TH";
    static final String ANOTHER = "SG";

    private static final String API = "/api/v1/";
    private static final String OF = API + "commitments/" + CODE;
    private static final String NO_FILE = "0".repeat(64);

    /** Words of what is hidden: in an update, in its evidence, and in a note. */
    private static final List<String> SEARCHED = List.of("waits", "camebacklink", "acceptnote");

    private final Map<String, ProtectedItem> things = new LinkedHashMap<>();
    private final List<String> updates = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final List<Long> entries = new ArrayList<>();
    private String someKey;
    private String milestone;
    private String assessment;

    Map<String, ProtectedItem> things() {
        return things;
    }

    /** All that happens and most may not see. */
    void hiddenHappens() {
        String waitingFile = file("a file that waits", TestKeys.contributor(PARTY), "waits");
        String backFile = file("a file that came back", TestKeys.contributor(PARTY), "cameback");
        thing("file of a party that nothing names", file("unnamed", TestKeys.contributor(PARTY), "unnamed"), "unnamed");
        thing("file of an auditor that nothing names", file("auditor", TestKeys.auditor(), "auditors"), "auditors");
        thing("log entry of a file", ProtectedItem.logged(mark("unnamed"), mark("auditors")));
        entries.add(revision());

        String key = key("contributor", PARTY, "anotherhand");
        String actor = "contributor/" + PARTY + "/" + key.split("_")[1];
        String waits = sent(report("waits", waitingFile), key);
        entries.add(revision());
        thing("report that waits", ProtectedItem.marked(mark("waits")).at(update(waits), update(CODE + "-U9")));
        thing("evidence of a report that waits", ProtectedItem.marked(mark("waitslink")));
        thing("file of a report that waits", waitingFile, "waits");
        thing("who sent a report that waits", ProtectedItem.marked(actor));
        thing("log entry of a report that waits", ProtectedItem.logged(mark("waits"), mark("waitslink"), actor));

        String back = sent(report("cameback", backFile), TestKeys.contributor(PARTY));
        UpdateFixture.decide("", List.of(UpdateFixture.decision(back, "return", mark("backnote"))))
                .then()
                .statusCode(200);
        entries.add(revision());
        thing(
                "report that was sent back",
                ProtectedItem.marked(mark("cameback")).at(update(back), update(CODE + "-U8")));
        thing("evidence of a report that was sent back", ProtectedItem.marked(mark("camebacklink")));
        thing("file of a report that was sent back", backFile, "cameback");
        thing("note with which a report was sent back", ProtectedItem.marked(mark("backnote")));
        thing("log entry of a report that was sent back", ProtectedItem.logged(mark("cameback"), mark("backnote")));

        Map<String, Object> tried = new LinkedHashMap<>(report("tried", null).body());
        tried.put("commitment", CODE);
        json(TestKeys.contributor(PARTY))
                .body(Map.of("items", List.of(tried)))
                .post(API + "updates:batch?dryRun=true")
                .then()
                .statusCode(200);
        thing("what was tried with dryRun", ProtectedItem.marked(mark("tried")));
    }

    /** What everyone may see, but for what was said or named beside it. */
    void publishedHappens() {
        // Keys are not in every history: their entries are seen by few, and their records by the admin.
        someKey = key("reader", PARTY, "label");
        String id = someKey.split("_")[1];
        thing(
                "label, role and end of a key",
                ProtectedItem.marked(mark("label")).at(API + "api-keys/" + id, API + "api-keys/nobodyhere"));
        thing("text of a key", ProtectedItem.marked(someKey));
        thing("log entry of a key", ProtectedItem.logged(mark("label")));
        entries.add(revision());

        String file = file("a file that counts", TestKeys.contributor(PARTY), "counts");
        String accepted = sent(report("accepted", file), TestKeys.contributor(PARTY));
        UpdateFixture.decide("", List.of(UpdateFixture.decision(accepted, "accept", mark("acceptnote"))))
                .then()
                .statusCode(200);
        entries.add(revision() - 1);
        thing("report that was accepted", ProtectedItem.marked(mark("accepted")).at(update(accepted), null));
        thing("evidence of a report that was accepted", ProtectedItem.marked(mark("acceptedlink")));
        thing(
                "file of a report that was accepted",
                ProtectedItem.marked(mark("counts")).at(API + "files/" + file, null));
        thing("note with which a report was accepted", ProtectedItem.marked(mark("acceptnote")));
        thing("log entry of a note", ProtectedItem.logged(mark("acceptnote")));
        thing("log entry of what is published", ProtectedItem.logged(mark("accepted")));
        String decided = given().get(update(accepted)).path("decidedBy");
        thing("who sent and who accepted a report that was accepted", ProtectedItem.marked(decided));

        String shared = file("everybody has these bytes", TestKeys.secretariat(), "official");
        report("official", shared).by(TestKeys.secretariat()).then().statusCode(201);
        file("everybody has these bytes", TestKeys.contributor(PARTY), "ourname");
        thing("name that a party gave to a file that others published", ProtectedItem.marked(mark("ourname")));

        milestone = json(TestKeys.secretariat())
                .body(Map.of("title", said("milestone"), "plannedOn", "2026-12-31", "effectiveOn", "2025-02-01"))
                .post(OF + "/milestones")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        thing("milestone", ProtectedItem.marked(mark("milestone")));
        EditFixture.commitment(CODE, "{\"area\":\"AI\",\"reason\":\"" + mark("edit") + "\"}")
                .then()
                .statusCode(200);
        thing("reason of an edit", ProtectedItem.marked(mark("edit")));
        assessment = json(TestKeys.auditor())
                .body(Map.of(
                        "assessedOn",
                        "2025-07-01",
                        "result",
                        "limited",
                        "rationale",
                        said("assessment"),
                        "evidence",
                        List.of(UpdateFixture.evidence())))
                .post(OF + "/assessments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        thing("assessment", ProtectedItem.marked(mark("assessment")));
        json(TestKeys.secretariat())
                .body(Map.of(
                        "type", "contributes_to", "to", "BRDE-2023.14.1", "confidence", "high", "basis", said("link")))
                .post(OF + "/links")
                .then()
                .statusCode(201);
        thing("link and its basis", ProtectedItem.marked(mark("link")));
        json(TestKeys.secretariat())
                .body(Map.of(
                        "code",
                        "CYCLE-1",
                        "title",
                        said("cycle"),
                        "instruments",
                        List.of("ACJS-2024"),
                        "period",
                        Map.of("from", "2025-01-01", "to", "2025-12-31"),
                        "opensOn",
                        "2026-01-01",
                        "dueOn",
                        "2026-02-01"))
                .post(API + "cycles")
                .then()
                .statusCode(201);
        thing("reporting cycle", ProtectedItem.marked(mark("cycle")));
    }

    /** Before anything of it happened: all that can be asked by name then. */
    ExhaustiveReads beforehand() {
        return sweep(List.of(CODE), List.of("1"));
    }

    /** Everything, by the name of each thing too. */
    ExhaustiveReads afterwards() {
        ExhaustiveReads plain =
                sweep(List.of(CODE), entries.stream().map(String::valueOf).toList());
        Map<String, List<String>> values = new LinkedHashMap<>(plain.values());
        values.put("updates/{id}", updates);
        values.put("files/{sha256}", files);
        values.put("milestones/{id}", List.of(milestone));
        values.put("assessments/{id}", List.of(assessment));
        values.put("links/{type}", List.of("contributes_to"));
        values.put("cycles/{code}", List.of("CYCLE-1"));
        values.put("api-keys/{id}", List.of(someKey.split("_")[1]));
        // All searches go one way; and of the past, the moments at which something waited that does not any more count.
        List<String> searched = SEARCHED.stream().map(VisibilityScenario::mark).toList();
        return new ExhaustiveReads(values, plain.needed(), searched, entries.subList(1, 3));
    }

    private static ExhaustiveReads sweep(List<String> codes, List<String> entries) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("commitments/{code}", codes);
        values.put("dossier/{code}", codes);
        values.put("instruments/{code}", List.of("ACJS-2024"));
        values.put("texts/{lang}", List.of("en"));
        values.put("parties/{code}", List.of(PARTY));
        values.put("links/{to}", List.of("BRDE-2023.14.1"));
        values.put("entries/{sequence}", entries);
        values.put("updates/{id}", List.of(CODE + "-U1", CODE + "-U2"));
        values.put("files/{sha256}", List.of(NO_FILE));
        values.put("milestones/{id}", List.of("M1"));
        values.put("assessments/{id}", List.of("A1"));
        values.put("links/{type}", List.of("same_promise"));
        values.put("cycles/{code}", List.of("CYCLE-1"));
        values.put("api-keys/{id}", List.of("nobody"));
        Map<String, String> needed = Map.of(
                "by",
                "area",
                "seed",
                "1",
                "from",
                "1",
                "to",
                "" + Math.min(revision(), 1_000),
                "index",
                "0",
                "size",
                "1");
        return new ExhaustiveReads(values, needed, List.of("nothing"), List.of());
    }

    static long revision() {
        return given().get(API + "commitments?limit=1").jsonPath().getLong("revision");
    }

    /** A word that stands nowhere else. */
    static String mark(String of) {
        return "mark" + HexFormat.of().formatHex(Sha256.sha256(of.getBytes(StandardCharsets.UTF_8)), 0, 6);
    }

    private static Map<String, String> said(String of) {
        return Map.of("en", mark(of), "zh", mark(of));
    }

    private static String update(String id) {
        return API + "updates/" + id;
    }

    private void thing(String name, String file, String of) {
        thing(name, ProtectedItem.marked(mark(of) + ".txt").at(API + "files/" + file, API + "files/" + NO_FILE));
    }

    private void thing(String name, ProtectedItem its) {
        if (things.put(name, its) != null) throw new IllegalStateException("twice: " + name);
    }

    private static UpdateFixture report(String of, String file) {
        Map<String, Object> link = new LinkedHashMap<>(UpdateFixture.evidence());
        link.put("title", said(of + "link"));
        List<Object> evidence = new ArrayList<>(List.of(link));
        if (file != null) {
            Map<String, Object> named = new LinkedHashMap<>(UpdateFixture.evidence());
            named.remove("url");
            named.put("file", file);
            evidence.add(named);
        }
        return UpdateFixture.of(CODE).with("narrative", said(of)).with("evidence", evidence);
    }

    private String sent(UpdateFixture report, String key) {
        String id = report.by(key).then().statusCode(201).extract().path("id");
        updates.add(id);
        return id;
    }

    private String file(String content, String key, String name) {
        Response kept = given().auth()
                .oauth2(key)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/plain")
                .body(content.getBytes(StandardCharsets.UTF_8))
                .post(API + "files?name=" + mark(name) + ".txt");
        String sha256 = kept.then().statusCode(201).extract().path("sha256");
        if (!files.contains(sha256)) files.add(sha256);
        return sha256;
    }

    private static String key(String role, String party, String label) {
        return json(TestKeys.admin())
                .body(Map.of("role", role, "party", party, "label", mark(label)))
                .post(API + "api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private static RequestSpecification json(String key) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(key)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
