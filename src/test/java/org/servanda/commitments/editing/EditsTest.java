package org.servanda.commitments.editing;

import java.time.LocalDate;
import java.util.List;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.testing.EditFixture;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What is set beside the text, from a day on and on a state that was seen; the text stays what it is. */
@HttpTest
class EditsTest {

    private static ValidatableResponse get(String path) {
        return given().get("/api/v1" + path).then().statusCode(200);
    }

    private static ValidatableResponse show(String code) {
        return get("/commitments/" + code);
    }

    private static int revision() {
        // The first time a test asks for it, the key is an entry too.
        TestKeys.secretariat();
        return get("/commitments?limit=1").extract().path("revision");
    }

    private static ValidatableResponse edit(String code, String patch) {
        return EditFixture.commitment(code, patch).then().statusCode(200);
    }

    // --- Only who has seen it changes it

    @Test
    void whoDoesNotSayWhatWasSeenIsAskedTo() {
        int before = revision();
        for (String ifMatch : new String[] {null, "*", " * "})
            EditFixture.commitment("BRDE-2023.10.1", ifMatch, "{\"area\":\"AI\"}")
                    .then()
                    .statusCode(428)
                    .body("code", is("precondition-required"));
        assertEquals(before, revision());
    }

    @Test
    void whoHasSeenAnOlderStateIsShownTheOneThatIs() {
        String stale = EditFixture.tag("BRDE-2023.10.2");
        edit("BRDE-2023.10.2", "{\"area\":\"AI\"}");
        int before = revision();
        Response refused = EditFixture.commitment("BRDE-2023.10.2", stale, "{\"area\":\"GREEN\"}");
        refused.then()
                .statusCode(412)
                .body("code", is("precondition-failed"))
                .body("current.area", is("AI"))
                .header("ETag", is(EditFixture.tag("BRDE-2023.10.2")));
        EditFixture.commitment("BRDE-2023.10.2", "\"x\", nonsense", "{\"area\":\"GREEN\"}")
                .then()
                .statusCode(412);
        assertEquals(before, revision());
        EditFixture.commitment("BRDE-2023.10.2", refused.header("ETag"), "{\"area\":\"GREEN\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void aTagThatAProxyMadeWeakOrCompressedSaysTheSame() {
        String code = "BRDE-2023.10.3";
        EditFixture.commitment(code, "W/" + EditFixture.tag(code), "{\"area\":\"AI\"}")
                .then()
                .statusCode(200);
        EditFixture.commitment(code, EditFixture.tag(code).replaceFirst("\"$", "-gzip\""), "{\"area\":\"TECH\"}")
                .then()
                .statusCode(200);
        EditFixture.commitment(code, "\"other\", " + EditFixture.tag(code), "{\"area\":\"AI\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void theAnswerIsTheStateThatTheNextReaderSees() {
        Response answer = EditFixture.commitment("BRDE-2023.10.4", "{\"area\":\"TRADE\"}");
        assertEquals(show("BRDE-2023.10.4").extract().asString(), answer.asString());
        assertEquals(answer.header("ETag").replace("-gzip", ""), EditFixture.tag("BRDE-2023.10.4"));
        answer.then().header("Servanda-Revision", is("" + revision())).body("version", is(1));
    }

    // --- What a patch does

    @Test
    void oneLanguageOfATitleIsSetAndTheOtherStays() {
        String zh = show("BRDE-2023.11.1").extract().path("title.zh");
        edit("BRDE-2023.11.1", "{\"title\":{\"en\":\"Zephyr\"}}")
                .body("title.en", is("Zephyr"))
                .body("title.zh", is(zh));
        get("/commitments?q=zephyr").body("items.code", is(List.of("BRDE-2023.11.1")));
    }

    @Test
    void aLeadIsAssignedAndTakenAwayAndTheTextStillStatesNone() {
        String code = "BRDE-2023.11.2";
        int unowned = get("/commitments?owner=not_stated&count=true").extract().path("total");
        edit(
                        code,
                        "{\"owner\":{\"assigned\":{\"party\":\"TH\",\"unit\":{\"en\":\"MDES\"}}},\"effectiveOn\":\"2025-02-01\"}")
                .body("owner.stated.how", is("not_stated"))
                .body("owner.assigned.party", is("TH"))
                .body("owner.assigned.unit.en", is("MDES"))
                .body("owner.assigned.since", is("2025-02-01"));
        get("/commitments?owner=not_stated&count=true").body("total", is(unowned - 1));
        get("/commitments?owner=TH").body("items.code", hasItem(code));
        get("/commitments?owner=not_stated&limit=200").body("items.code", not(hasItem(code)));
        get("/summary?by=owner").body("cells.find { it.owner == 'not_stated' }.count", is(unowned - 1));
        show(code + "?asOf=2025-01-31").body("owner.assigned", nullValue());

        edit(code, "{\"owner\":{\"assigned\":{\"unit\":null}}}")
                .body("owner.assigned.party", is("TH"))
                .body("owner.assigned.unit", nullValue());
        edit(code, "{\"owner\":{\"assigned\":null}}").body("owner.assigned", nullValue());
        get("/commitments?owner=not_stated&count=true").body("total", is(unowned));
        show(code + "?asOf=2025-02-01").body("owner.assigned.party", is("TH"));
    }

    @Test
    void whoIsAssignedMayReport() {
        String code = "BRDE-2023.11.3";
        UpdateFixture.of(code).by(TestKeys.contributor("VN")).then().statusCode(403);
        edit(code, "{\"supportingAssigned\":[\"VN\"]}").body("supportingAssigned", is(List.of("VN")));
        UpdateFixture.of(code).waitingFrom("VN");
    }

    @Test
    void aTimeIsSetChangedAndTakenAway() {
        String code = "BRDE-2023.12.1";
        edit(code, "{\"timeFrame\":{\"to\":\"2025-12-31\",\"precision\":\"day\",\"text\":{\"en\":\"by end of 2025\"}}}")
                .body("timeFrame.to", is("2025-12-31"))
                .body("timeFrame.basis", is("assigned"))
                .body("schedule", is("late"));
        get("/commitments?schedule=late").body("items.code", hasItem(code));
        edit(code, "{\"timeFrame\":{\"to\":\"2027-12-31\"}}")
                .body("timeFrame.to", is("2027-12-31"))
                .body("timeFrame.text.en", is("by end of 2025"))
                .body("schedule", not("late"));
        edit(code, "{\"timeFrame\":null}").body("timeFrame", nullValue()).body("schedule", is("no_deadline"));
    }

    @Test
    void aListIsReplacedAsAWhole() {
        String code = "BRDE-2023.13.1";
        edit(code, "{\"otherAreas\":[\"AI\",\"GREEN\"]}").body("otherAreas", is(List.of("AI", "GREEN")));
        edit(code, "{\"otherAreas\":[\"GREEN\"]}").body("otherAreas", is(List.of("GREEN")));
        get("/commitments?area=GREEN&limit=200").body("items.code", hasItem(code));
        edit(code, "{\"otherAreas\":[]}").body("otherAreas", is(List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"title\":null} | /title",
                "{\"title\":{\"zh\":null}} | /title",
                "{\"title\":{\"en\":\"\"}} | /title/en",
                "{\"area\":null} | /area",
                "{\"area\":\"AJ\"} | /area",
                "{\"otherAreas\":null} | /otherAreas",
                "{\"otherAreas\":[\"AI\",\"AI\"]} | /otherAreas",
                "{\"supportingAssigned\":null} | /supportingAssigned",
                "{\"supportingAssigned\":[\"XX\"]} | /supportingAssigned/0",
                "{\"owner\":{\"assigned\":{\"unit\":{\"en\":\"x\"}}}} | /owner/assigned/party",
                "{\"owner\":{\"assigned\":{\"party\":\"XX\"}}} | /owner/assigned/party",
                "{\"owner\":{\"stated\":{\"how\":\"named\"}}} | /owner/stated",
                "{\"timeFrame\":{\"to\":\"2027-01-01\"}} | /timeFrame/precision /timeFrame/text",
                "{\"effectiveOn\":\"2199-01-01\",\"area\":\"AI\"} | /effectiveOn",
                "{\"effectiveOn\":\"2023-10-17\",\"area\":\"AI\"} | /effectiveOn",
                "{\"wording\":{\"zh\":\"x\"}} | /wording",
                "{\"status\":\"completed\",\"parties\":[]} | /status /parties",
                "{\"reason\":\"\\u0000\",\"area\":\"AI\"} | /reason",
                "{\"otherAreas\":[\"\\ud800\"]} | /otherAreas/0",
                "{\"titel\":{}} | /titel"
            })
    void whatCannotBeSetIsNamed(String patch, String pointers) {
        int before = revision();
        EditFixture.commitment("BRDE-2023.13.2", patch)
                .then()
                .statusCode(400)
                .body("code", is("invalid-body"))
                .body("errors.pointer", is(List.of(pointers.split(" "))));
        assertEquals(before, revision());
    }

    @Test
    void whatIsNotSetThisWaySaysWhichWay() {
        EditFixture.commitment("BRDE-2023.13.2", "{\"status\":\"completed\",\"titel\":{}}")
                .then()
                .body("errors[0].message", containsString("reported as an update"))
                .body("errors[1].message", containsString("no such field"))
                .body("errors[1].nearest", is("title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"x\"", "null", "", "{"})
    void aPatchIsAnObject(String patch) {
        EditFixture.commitment("BRDE-2023.13.2", patch).then().statusCode(400);
    }

    @Test
    void anotherMediaTypeIsRefused() {
        given().auth()
                .oauth2(TestKeys.secretariat())
                .contentType("application/json")
                .header("If-Match", "\"x\"")
                .body("{}")
                .patch("/api/v1/commitments/BRDE-2023.13.2")
                .then()
                .statusCode(415);
    }

    @Test
    void aPatchThatChangesNothingWritesNothing() {
        int before = revision();
        String area = show("BRDE-2023.13.2").extract().path("area");
        edit("BRDE-2023.13.2", "{}");
        edit("BRDE-2023.13.2", "{\"reason\":\"Because\"}");
        edit("BRDE-2023.13.2", "{\"area\":\"" + area + "\",\"owner\":{\"assigned\":null},\"timeFrame\":null}")
                .body("version", is(0));
        assertEquals(before, revision());
    }

    @Test
    void aCommitmentThatIsNotThereIsNotChanged() {
        EditFixture.commitment("BRDE-2023.99", "\"x\"", "{}").then().statusCode(404);
    }

    @Test
    void theLongestReasonIsKept() {
        String longest = "𠀀".repeat(4_000);
        edit("BRDE-2023.14.2", "{\"area\":\"AI\",\"reason\":\"" + longest + "\"}");
        get("/commitments/BRDE-2023.14.2/history").body("items[-1].reason", is(longest));
        EditFixture.commitment("BRDE-2023.14.2", "{\"area\":\"GREEN\",\"reason\":\"" + longest + "x\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", is(List.of("/reason")));
    }

    // --- From a day on

    @Test
    void aLateEditKeepsALaterOne() {
        String code = "BRDE-2023.13.3";
        edit(code, "{\"area\":\"AI\",\"effectiveOn\":\"2025-06-01\"}");
        edit(code, "{\"area\":\"GREEN\",\"owner\":{\"assigned\":{\"party\":\"LA\"}},\"effectiveOn\":\"2025-03-01\"}")
                .body("area", is("AI"))
                .body("owner.assigned.since", is("2025-03-01"));
        show(code + "?asOf=2025-05-31").body("area", is("GREEN"));
        show(code + "?asOf=2025-02-28").body("area", not("GREEN")).body("owner.assigned", nullValue());
    }

    @Test
    void yesterdaysAnswerStaysAsItWas() {
        String code = "BRDE-2023.13.4";
        String pinned = code + "?asOf=2025-06-01&knownAt=" + revision();
        String before = show(pinned).extract().asString();
        edit(code, "{\"area\":\"AI\",\"effectiveOn\":\"2025-01-01\"}");
        assertEquals(before, show(pinned).extract().asString());
        show(code + "?asOf=2025-06-01").body("area", is("AI"));
    }

    @Test
    void theTextIsNeverTouchedAndTheReasonIsKept() {
        String code = "BRDE-2023.14.1";
        ValidatableResponse before = show(code);
        edit(code, "{\"title\":{\"zh\":\"新\",\"en\":\"New\"},\"effectiveOn\":\"2025-01-01\",\"reason\":\"Clearer\"}");
        for (String field : List.of("wording", "passages", "statusBasis", "parties", "status"))
            show(code).body(field, is(before.extract().<Object>path(field)));
        LocalDate today = LocalDate.parse(get("/commitments?limit=1").extract().path("asOf"));
        get("/commitments/" + code + "/history?asOf=" + today)
                .body("items.findAll { it.kind == 'edited' }.size()", is(1))
                .body("items[-1].field", is("title"))
                .body("items[-1].reason", is("Clearer"))
                .body("items[-1].effectiveOn", is("2025-01-01"))
                .body("items[-1].old.en", is(before.extract().<String>path("title.en")))
                .body("items[-1].new.en", is("New"))
                .body("items[-1].actor", containsString("secretariat/"))
                .body("items[-1].recordedAt", notNullValue());
    }

    @Test
    void onlyTheSecretariatEdits() {
        for (String bearer :
                List.of(TestKeys.contributor("TH"), TestKeys.reader(), TestKeys.auditor(), TestKeys.admin()))
            given().auth()
                    .oauth2(bearer)
                    .contentType("application/merge-patch+json")
                    .header("If-Match", EditFixture.tag("BRDE-2023.13.2"))
                    .body("{\"area\":\"AI\"}")
                    .patch("/api/v1/commitments/BRDE-2023.13.2")
                    .then()
                    .statusCode(403);
    }
}
