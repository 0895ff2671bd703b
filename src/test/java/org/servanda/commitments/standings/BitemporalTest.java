package org.servanda.commitments.standings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.servanda.commitments.RollUp;
import org.servanda.commitments.Status;
import org.servanda.commitments.filters.Dimension;
import org.servanda.commitments.filters.SortOrder;
import org.servanda.commitments.standings.ReferenceModel.ExpectedAnswer;
import org.servanda.commitments.timeline.AcceptedUpdate;
import org.servanda.commitments.timeline.CommitmentEdit;
import org.servanda.commitments.timeline.CommitmentEvent;
import org.servanda.commitments.timeline.RulesOracleAdapter.OracleState;
import org.servanda.ledger.EntryRef;
import org.servanda.rules.ExpectedParty;
import org.servanda.testing.HttpTest;
import org.servanda.testing.RandomSize;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Thousands of facts are written in an order of chance, then the register is asked how it stood at coordinates of
 * chance. What it answers is what the facts say when one looks through all of them.
 */
@HttpTest
@TestInstance(Lifecycle.PER_CLASS)
class BitemporalTest {

    private static final long SEED = 20_261_121;
    private static final int FACTS = RandomSize.of(1_500, 10_000);
    private static final int COORDINATES = RandomSize.of(60, 200);
    private static final LocalDate FIRST = LocalDate.of(2023, 11, 1);
    private static final LocalDate BEFORE_ALL = LocalDate.of(2023, 10, 1);
    private static final String ONE = "ACJS-2024.III.2";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Coordinates of the two times, and how a request names them. */
    private record At(LocalDate day, long known, Map<String, String> named) {}

    @Inject
    ModelDriver scribe;

    @Inject
    ProjectionCheck standings;

    private final RandomInputs random = new RandomInputs(SEED);
    private ReferenceModel register;
    private long seeded;

    @BeforeAll
    void writeTheFacts() {
        System.out.println("BitemporalTest: seed " + SEED);
        Instant start = Instant.now();
        register = scribe.initialModel();
        assertEquals(115, register.codes().size(), "a register of its own");
        seeded = register.lastRevision();
        LocalDate middle = LocalDate.of(2025, 6, 1);
        scribe.write(FACTS / 2, random, FIRST, middle, register);
        scribe.writeInstrumentCorrection("BRDE-2023", LocalDate.of(2023, 10, 16), 60, register);
        scribe.writeInstrumentCorrection("GDIDCF-2024", LocalDate.of(2024, 11, 21), 30, register);
        scribe.write(FACTS - FACTS / 2, random, middle, today(), register);
        took("writing", start);
    }

    private static void took(String what, Instant start) {
        System.out.printf(
                "BitemporalTest: %s took %d ms%n",
                what, Duration.between(start, Instant.now()).toMillis());
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /** One in four is today, one in four is now; what is known is named by revision or by moment. */
    private At somewhere() {
        Map<String, String> named = new LinkedHashMap<>();
        LocalDate day = today();
        if (!random.percentChance(25)) {
            day = random.day(BEFORE_ALL, today());
            named.put("asOf", day.toString());
        }
        long known = register.lastRevision();
        if (!random.percentChance(25)) {
            known = 1 + random.below((int) register.lastRevision());
            if (random.percentChance(50)
                    && known > seeded
                    && register.recordedAt(known).isPresent()) {
                Instant moment = register.recordedAt(known).get().plusNanos(1_000 * random.below(2_000));
                if (moment.isAfter(Instant.now()))
                    moment = register.recordedAt(known).get();
                known = register.revisionAt(moment);
                named.put("knownAt", moment.toString());
            } else named.put("knownAt", "" + known);
        }
        return new At(day, known, named);
    }

    private Map<Dimension, List<String>> filter(At at) {
        Map<Dimension, List<String>> filter = new EnumMap<>(Dimension.class);
        for (int i = random.below(3); i > 0; i--) {
            Dimension dimension = random.oneOf(List.of(Dimension.values()));
            List<String> values = new ArrayList<>(List.of(register.value(dimension, random, at.day(), at.known())));
            if (random.percentChance(30)) values.add(register.value(dimension, random, at.day(), at.known()));
            filter.put(dimension, values.stream().distinct().toList());
        }
        return filter;
    }

    private static Map<String, String> parameters(At at, Map<Dimension, List<String>> filter) {
        Map<String, String> parameters = new HashMap<>(at.named());
        filter.forEach((dimension, values) -> parameters.put(dimension.name(), String.join(",", values)));
        return parameters;
    }

    private static JsonNode get(String path, Map<String, String> parameters) {
        Response answer = given().queryParams(parameters).get("/api/v1" + path);
        assertEquals(200, answer.statusCode(), path + " " + parameters + " " + answer.asString());
        return json(answer);
    }

    private static JsonNode json(Response answer) {
        try {
            return JSON.readTree(answer.asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void listsAreWhatTheFactsSay() {
        Instant start = Instant.now();
        for (int i = 0; i < COORDINATES; i++) {
            At at = somewhere();
            Map<Dimension, List<String>> filter = filter(at);
            String sort = random.oneOf(SortOrder.ALLOWED);
            Map<String, String> parameters = parameters(at, filter);
            parameters.putAll(Map.of("sort", sort, "limit", "200", "count", "true", "fields", ExpectedAnswer.FIELDS));
            JsonNode page = get("/commitments", parameters);
            List<OracleState> wanted = register.list(filter, sort, at.day(), at.known());
            List<JsonNode> answers = wanted.stream()
                    .map(oracleState -> ExpectedAnswer.of(oracleState, at.day()).json())
                    .toList();
            List<JsonNode> items = StreamSupport.stream(page.path("items").spliterator(), false)
                    .toList();
            assertEquals(codes(answers), codes(items), parameters.toString());
            assertEquals(answers, items, parameters.toString());
            assertEquals(wanted.size(), page.path("total").asInt(), parameters.toString());
            assertEquals(at.known(), page.path("revision").asLong(), parameters.toString());
            assertEquals(at.day().toString(), page.path("asOf").asText());
        }
        took(COORDINATES + " lists", start);
    }

    private static List<String> codes(List<JsonNode> items) {
        return items.stream().map(item -> item.path("code").asText()).toList();
    }

    @Test
    void countsAreWhatTheFactsSay() {
        Instant start = Instant.now();
        for (int i = 0; i < COORDINATES; i++) {
            At at = somewhere();
            Map<Dimension, List<String>> filter = filter(at);
            Dimension first = random.oneOf(List.of(Dimension.values()));
            Dimension second = random.oneOf(List.of(Dimension.values()));
            List<Dimension> by = first == second ? List.of(first) : List.of(first, second);
            Map<String, String> parameters = parameters(at, filter);
            parameters.put("by", String.join(",", by.stream().map(Enum::name).toList()));
            JsonNode summary = get("/summary", parameters);
            List<OracleState> list = register.list(filter, "code", at.day(), at.known());
            Map<List<String>, Long> counts = new HashMap<>();
            summary.path("cells")
                    .forEach(cell -> counts.put(
                            by.stream()
                                    .map(dimension ->
                                            cell.path(dimension.name()).asText())
                                    .toList(),
                            cell.path("count").asLong()));
            assertEquals(new HashMap<>(register.counts(list, by, filter, at.day())), counts, parameters.toString());
            assertEquals(list.size(), summary.path("denominator").asInt(), parameters.toString());
        }
        took(COORDINATES + " counts", start);
    }

    @Test
    void oneIsWhatTheFactsSayAndAbsentBeforeItWasThere() {
        Instant start = Instant.now();
        int absent = 0;
        for (int i = 0; i < COORDINATES; i++) {
            At at = somewhere();
            String code = random.oneOf(register.codes());
            Response answer = given().queryParams(at.named()).get("/api/v1/commitments/" + code);
            var wanted = register.state(code, at.day(), at.known());
            assertEquals(wanted.isPresent() ? 200 : 404, answer.statusCode(), code + " " + at);
            if (wanted.isEmpty()) {
                absent++;
                continue;
            }
            JsonNode item = json(answer);
            ExpectedAnswer.of(wanted.get(), at.day())
                    .json()
                    .properties()
                    .forEach(field -> assertEquals(
                            field.getValue(), item.path(field.getKey()), code + " " + at + field.getKey()));
            org.servanda.rules.ExpectedCommitment ruled =
                    register.oracle(code).expected(at.day(), at.known()).orElseThrow();
            partiesAreWhatTheFactsSay(ruled, code, at);
            whatIsOwedIsWhatTheFactsSay(ruled, code, at);
            CommitmentEvent origin = register.oracle(code).origin(at.day(), at.known());
            assertEquals(origin.recorded().sequence(), item.path("revision").asLong(), code + " " + at);
            assertEquals(
                    origin.recorded().at().toString(), item.path("updatedAt").asText(), code + " " + at);
            assertEquals(
                    register.oracle(code).version(origin), item.path("version").asInt(), code + " " + at);
        }
        assertTrue(absent > COORDINATES / 20, "some were asked for before they were there: " + absent);
        took(COORDINATES + " commitments", start);
    }

    private static void partiesAreWhatTheFactsSay(org.servanda.rules.ExpectedCommitment expected, String code, At at) {
        String place = code + " " + at;
        JsonNode matrix = get("/commitments/" + code + "/parties", at.named());
        assertEquals(expected.rollUp(), matrix.path("rollUp").asText(), place);
        assertEquals(expected.status(), matrix.path("status").asText(), place);
        List<String> parties = new ArrayList<>();
        for (JsonNode item : matrix.path("items")) {
            String party = item.path("party").asText();
            parties.add(party);
            ExpectedParty its = expected.party(party).orElseThrow();
            assertEquals(its.partyStatus(), item.path("status").asText("not_reported"), place);
            assertEquals(its.freshness(), item.path("freshness").asText(), place);
            if (its.status() == null) continue;
            assertEquals(its.since().toString(), item.path("since").asText(), place);
            assertEquals(its.percent() == null, item.path("percent").isMissingNode(), place);
            assertEquals(its.assurance(), item.path("assurance").asText(), place);
            assertEquals(its.lastUpdate(), item.path("lastUpdate").path("id").asText(), place);
        }
        assertEquals(expected.parties().stream().map(ExpectedParty::party).toList(), parties, place);
    }

    private static void whatIsOwedIsWhatTheFactsSay(
            org.servanda.rules.ExpectedCommitment expected, String code, At at) {
        String place = code + " " + at;
        String instrument = code.substring(0, code.indexOf('.'));
        JsonNode found = null;
        for (JsonNode item :
                get("/queue?limit=200&instrument=" + instrument, at.named()).path("items"))
            if (item.path("commitment").asText().equals(code)) found = item;
        assertEquals(expected.queued(), found != null, place);
        if (found == null) return;
        assertEquals(expected.freshness(), found.path("freshness").asText(), place);
        assertEquals(
                at.day().toEpochDay() - expected.reportDue().toEpochDay(),
                found.path("days").asLong(),
                place);
        List<String> told = new ArrayList<>();
        found.path("owedBy").forEach(party -> told.add(party.asText()));
        assertEquals(expected.owedBy().stream().sorted().toList(), told, place);
    }

    @Test
    void theStandingsAreWhatAReplayGives() {
        Instant start = Instant.now();
        List<String> told = new ArrayList<>();
        assertTrue(standings.check(told::add), () -> String.join("\n", told));
        System.out.println("BitemporalTest: " + told);
        took("the replay", start);
    }

    @Test
    void laterFactsDoNotChangeTheEarlierAnswer() {
        LocalDate day = LocalDate.of(2026, 3, 31);
        long known = register.lastRevision();
        Instant moment = register.recordedAt(known).orElseThrow();
        List<String> addresses = new ArrayList<>();
        for (String pinned : List.of("asOf=" + day + "&knownAt=" + known, "asOf=" + day + "&knownAt=" + moment)) {
            for (String path : List.of(
                    "/commitments?limit=200&sort=-updated&count=true&",
                    "/commitments?status=completed,in_progress&",
                    "/commitments/" + ONE + "?",
                    "/commitments/" + ONE + "/links?",
                    "/summary?by=status,area&",
                    "/summary?by=freshness&",
                    "/summary?by=reporter,status&countBy=promise&",
                    "/queue?count=true&",
                    "/instruments?",
                    "/parties?",
                    "/areas?",
                    "/vocabularies?",
                    "/instruments/ACJS-2024?",
                    "/instruments/ACJS-2024/passages?")) addresses.add("/api/v1" + path + pinned);
        }
        Map<String, String> before = new LinkedHashMap<>();
        addresses.forEach(address -> before.put(address, bytesAndTag(address)));
        String now = given().get("/api/v1/commitments?limit=200").asString();
        scribe.write(RandomSize.of(150, 500), random, LocalDate.of(2026, 2, 1), today(), register);
        addresses.forEach(address -> assertEquals(before.get(address), bytesAndTag(address), address));
        assertNotEquals(now, given().get("/api/v1/commitments?limit=200").asString(), "and now is another");
    }

    private static String bytesAndTag(String address) {
        Response answer = given().urlEncodingEnabled(false).get(address);
        assertEquals(200, answer.statusCode(), address + " " + answer.asString());
        return answer.header("ETag") + "\n" + answer.asString();
    }

    @Test
    void whatWasShownInMarchIsStillShownWhenMarchWasReportedLate() {
        LocalDate march = LocalDate.of(2026, 3, 31);
        reportsSpeakForTheWhole(march.minusDays(1));
        reportsSpeakForTheWhole(march);
        EntryRef shown = scribe.writeUpdate(ONE, march, report("inMarch", Status.preparing, 10, null), register);
        EntryRef late =
                scribe.writeUpdate(ONE, march.minusDays(1), report("late", Status.in_progress, 40, null), register);
        EntryRef corrected =
                scribe.writeUpdate(ONE, march, report("corrected", Status.operational, 80, "inMarch"), register);
        String marchKnownIn = "/api/v1/commitments/" + ONE + "?asOf=" + march + "&knownAt=";
        given().get(marchKnownIn + shown.sequence()).then().body("status", is("preparing"), "percent", is(10));
        given().get(marchKnownIn + late.sequence()).then().body("status", is("preparing"), "percent", is(10));
        given().get(marchKnownIn + shown.at()).then().body("status", is("preparing"));
        given().get(marchKnownIn + corrected.sequence()).then().body("status", is("operational"), "percent", is(80));
        given().get("/api/v1/commitments/" + ONE + "?asOf=" + march)
                .then()
                .body("status", is("operational"), "statusSince", is("2026-03-31"));
        given().get("/api/v1/commitments/" + ONE + "?asOf=2026-03-30")
                .then()
                .body("status", is("in_progress"), "statusSince", is("2026-03-30"));
    }

    /** Whatever rule chance declared for that day. */
    private void reportsSpeakForTheWhole(LocalDate day) {
        scribe.writeEdit(ONE, day, new CommitmentEdit(null, null, null, null, null, null, RollUp.lead, null), register);
    }

    private static AcceptedUpdate report(String id, Status status, int percent, String corrects) {
        return new AcceptedUpdate(
                ONE + "-" + id,
                status,
                percent,
                null,
                corrects == null ? null : ONE + "-" + corrects,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void aMomentBetweenTwoEntriesIsThatOfTheFirst() {
        reportsSpeakForTheWhole(today());
        EntryRef first = scribe.writeUpdate(ONE, today(), report("first", Status.preparing, 1, null), register);
        EntryRef second = scribe.writeUpdate(ONE, today(), report("second", Status.preparing, 2, null), register);
        given().get("/api/v1/commitments/" + ONE + "?knownAt=" + second.at().minusNanos(1_000))
                .then()
                .header("Servanda-Revision", "" + first.sequence())
                .body("percent", is(1));
        given().get("/api/v1/commitments/" + ONE + "?knownAt=" + second.at())
                .then()
                .body("percent", is(2));
    }

    @ParameterizedTest
    @CsvSource({
        "asOf=2099-01-01, has not come yet",
        "asOf=yesterday, must be a day such as",
        "asOf=2026-02-30, must be a day such as",
        "asOf=, has no value",
        "knownAt=2099-01-01T00:00:00Z, has not come yet",
        "knownAt=2026-01-01, must be a moment with zone",
        "knownAt=2026-01-01T00:00:00, must be a moment with zone",
        "knownAt=, has no value",
        "knownAt=-1, must be a moment with zone",
        "knownAt=0, revisions go from 1 to",
        "knownAt=999999999999, revisions go from 1 to",
        "knownAt=99999999999999999999, must be a moment with zone"
    })
    void aTimeThatIsToComeOrCannotBeReadIsRefused(String time, String message) {
        for (String path : List.of("/commitments", "/commitments/" + ONE, "/summary", "/instruments", "/parties"))
            given().urlEncodingEnabled(false)
                    .get("/api/v1" + path + "?" + time + (path.equals("/summary") ? "&by=status" : ""))
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", is("invalid-parameter"))
                    .body("errors[0].message", containsString(message));
    }

    @Test
    void theFirstRevisionThatIsNotThereYetIsRefused() {
        given().get("/api/v1/commitments?knownAt=" + register.lastRevision())
                .then()
                .statusCode(200);
        given().get("/api/v1/commitments?knownAt=" + (register.lastRevision() + 1))
                .then()
                .statusCode(400);
    }

    @Test
    void aListThatIsWalkedWhileOthersWriteIsTheListOfItsFirstPage() throws InterruptedException {
        for (String sort : List.of("code", "-updated", "due")) {
            ReferenceModel meanwhile = register;
            Thread writers = new Thread(() -> scribe.write(150, random, today().minusDays(60), today(), meanwhile));
            Map<String, String> parameters =
                    new HashMap<>(Map.of("sort", sort, "limit", "9", "fields", ExpectedAnswer.FIELDS));
            List<JsonNode> walked = new ArrayList<>();
            JsonNode page = get("/commitments", parameters);
            long known = page.path("revision").asLong();
            writers.start();
            while (true) {
                page.path("items").forEach(walked::add);
                assertEquals(known, page.path("revision").asLong());
                if (!page.hasNonNull("next")) break;
                parameters.put("cursor", page.path("next").asText());
                page = get("/commitments", parameters);
            }
            writers.join();
            assertTrue(register.lastRevision() > known, "others did write");
            assertEquals(
                    register.list(Map.of(), sort, today(), known).stream()
                            .map(oracleState ->
                                    ExpectedAnswer.of(oracleState, today()).json())
                            .toList(),
                    walked,
                    sort);
        }
    }
}
