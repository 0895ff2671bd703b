package org.servanda.visibility;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.servanda.access.Role;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;
import org.servanda.visibility.VisibilityTable.Cell;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Each cell of the table in SECURITY.md is what the running register does, whatever is asked. */
@HttpTest
@TestInstance(Lifecycle.PER_CLASS)
class WhoSeesWhatTest {

    private static final String ANONYMOUS = "anonymous";
    private static final String OF_THE_PARTY = "focal point of the party";
    private static final String OF_ANOTHER = "focal point of another party";

    /** They tell of every entry that there is one. */
    private static final String LOG = "/api/v1/log/";

    @Inject
    SessionFactory sessions;

    private final VisibilityScenario scenario = new VisibilityScenario();
    private final Map<String, Map<String, CapturedResponse>> before = new LinkedHashMap<>();
    private final Map<String, Map<String, CapturedResponse>> behind = new LinkedHashMap<>();
    private final Map<String, Map<String, CapturedResponse>> all = new LinkedHashMap<>();

    /** A null key is the anonymous caller's. */
    private static Map<String, String> callers() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(ANONYMOUS, null);
        keys.put(Role.reader.name(), TestKeys.reader());
        keys.put(OF_THE_PARTY, TestKeys.contributor(VisibilityScenario.PARTY));
        keys.put(OF_ANOTHER, TestKeys.contributor(VisibilityScenario.ANOTHER));
        keys.put(Role.secretariat.name(), TestKeys.secretariat());
        keys.put(Role.auditor.name(), TestKeys.auditor());
        keys.put(Role.admin.name(), TestKeys.admin());
        return keys;
    }

    /** Those who may see nothing of what happens first. */
    private static List<String> strangers() {
        return List.of(ANONYMOUS, Role.reader.name(), OF_ANOTHER, Role.admin.name());
    }

    /** The log and what holds a piece of it tell everyone that there is one entry more. */
    private static boolean besideTheLog(String address) {
        return !address.startsWith(LOG) && !address.contains("format=bundle");
    }

    @BeforeEach
    void ask() {
        if (!all.isEmpty()) return;
        Map<String, String> keys = callers();
        ExhaustiveReads plain = scenario.beforehand();
        for (String stranger : strangers())
            before.put(stranger, plain.as(keys.get(stranger), WhoSeesWhatTest::besideTheLog));
        scenario.hiddenHappens();
        for (String stranger : strangers())
            behind.put(stranger, plain.as(keys.get(stranger), WhoSeesWhatTest::besideTheLog));
        scenario.publishedHappens();
        ExhaustiveReads whole = scenario.afterwards();
        keys.forEach((caller, key) -> all.put(caller, whole.as(key)));
    }

    @Test
    void theTableHasEveryRoleAndEveryThing() throws IOException {
        Map<String, Map<String, Cell>> rows = VisibilityTable.read().rows();
        assertEquals(new TreeSet<>(scenario.things().keySet()), new TreeSet<>(rows.keySet()));
        Set<String> roles = new TreeSet<>(Set.of(ANONYMOUS, OF_THE_PARTY, OF_ANOTHER));
        Arrays.stream(Role.values()).filter(role -> role != Role.contributor).forEach(role -> roles.add(role.name()));
        rows.forEach((thing, cells) -> assertEquals(roles, new TreeSet<>(cells.keySet()), thing));
    }

    @Test
    void everyCellIsSo() throws IOException {
        List<String> wrong = new ArrayList<>();
        VisibilityTable.read()
                .rows()
                .forEach((name, cells) -> cells.forEach((caller, cell) -> {
                    ProtectedItem item = scenario.things().get(name);
                    List<String> showing = new ArrayList<>();
                    all.get(caller).forEach((address, capturedResponse) -> {
                        if (item.shownBy(address, capturedResponse)) showing.add(address);
                    });
                    // Whether the log shows it all the same, another row says.
                    if (cell == Cell.refused) showing.removeIf(address -> address.startsWith(LOG));
                    boolean right = showing.isEmpty() == (cell != Cell.shown);
                    if (!right) wrong.add(name + " is not " + cell + " to " + caller + ": " + showing);
                }));
        assertEquals(List.of(), wrong);
    }

    @Test
    void noSearchFindsWhatIsHidden() throws IOException {
        List<String> found = new ArrayList<>();
        List<String> searched = new ArrayList<>();
        VisibilityTable.read()
                .rows()
                .forEach((name, cells) -> cells.forEach((caller, cell) -> {
                    String search = "q=" + scenario.things().get(name).marks().get(0);
                    if (cell == Cell.shown) return;
                    all.get(caller).forEach((address, capturedResponse) -> {
                        if (!address.endsWith(search)) return;
                        searched.add(address);
                        boolean nothing = capturedResponse.text().contains("\"items\":[]")
                                || capturedResponse.text().contains("\"cells\":[]");
                        if (!nothing) found.add(caller + " " + address + " " + capturedResponse);
                    });
                }));
        assertEquals(List.of(), found);
        assertTrue(searched.size() > 20, searched::toString);
    }

    /** Same status, headers and body, whether asked for the thing, its head, or with the tag of somebody who may see it. */
    @Test
    void whatIsHiddenIsAnsweredAsWhatDoesNotExist() throws IOException {
        List<String> asked = new ArrayList<>();
        VisibilityTable.read()
                .rows()
                .forEach((name, cells) -> cells.forEach((caller, cell) -> {
                    ProtectedItem item = scenario.things().get(name);
                    if (cell != Cell.hidden || item.address() == null) return;
                    asked.add(name);
                    String key = callers().get(caller);
                    for (String method : List.of("GET", "HEAD")) {
                        for (String part : item.address().contains("/files/") ? List.of("", "/content") : List.of("")) {
                            CapturedResponse its = ExhaustiveReads.asked(method, item.address() + part, key);
                            CapturedResponse none = ExhaustiveReads.asked(method, item.madeUp() + part, key);
                            assertEquals(404, its.status(), name);
                            assertEquals(
                                    unnamed(none, item.madeUp()), unnamed(its, item.address()), name + " to " + caller);
                        }
                    }
                }));
        assertTrue(asked.size() > 15, asked::toString);
    }

    private static CapturedResponse unnamed(CapturedResponse capturedResponse, String address) {
        return capturedResponse.renamed(address.substring(address.lastIndexOf('/') + 1), "ITS-NAME");
    }

    @Test
    void aTagThatSomebodyElseKnowsOpensNothing() {
        for (String name : List.of("report that waits", "file of a report that waits")) {
            String address = scenario.things().get(name).address();
            String tag = ExhaustiveReads.asked("GET", address, TestKeys.auditor())
                    .headers()
                    .get("etag");
            for (String stranger : strangers()) {
                String key = callers().get(stranger);
                var request = given().header("If-None-Match", tag);
                if (key != null) request.auth().oauth2(key);
                request.get(address).then().statusCode(404);
            }
        }
    }

    /** The same way through the program, which is what makes it take the same time. */
    @Test
    void whatIsHiddenCostsTheStoreAsMuchAsWhatDoesNotExist() {
        for (String name : List.of("report that waits", "report that was sent back", "file of a report that waits")) {
            ProtectedItem item = scenario.things().get(name);
            for (String stranger : strangers())
                assertEquals(
                        statements(item.madeUp(), callers().get(stranger)),
                        statements(item.address(), callers().get(stranger)),
                        name + " to " + stranger);
        }
    }

    private long statements(String address, String key) {
        sessions.getStatistics().clear();
        ExhaustiveReads.asked("GET", address, key);
        return sessions.getStatistics().getPrepareStatementCount();
    }

    /** Lists, counts, histories, exports: nothing moves but the revision and, where it is in the bytes, the tag over them. */
    @Test
    void whatHappensUnseenMovesNothingButTheRevision() {
        List<String> moved = new ArrayList<>();
        before.forEach((caller, responses) -> responses.forEach((address, capturedResponse) -> {
            if (caller.equals(Role.admin.name()) && address.startsWith("/api/v1/api-keys")) return;
            CapturedResponse now = behind.get(caller).get(address);
            if (!capturedResponse.atAnyRevision().equals(now.atAnyRevision()))
                moved.add(caller + " " + address + "\n  " + capturedResponse + "\n  " + now);
        }));
        assertEquals(List.of(), moved);
        assertFalse(before.isEmpty());
    }

    /** Who may not read the text of an entry gets its hash, and nothing else of it. */
    @Test
    void whereTheTableSaysHashThereIsAHash() throws IOException {
        String log = all.get(Role.auditor.name()).keySet().stream()
                .filter(address -> address.startsWith(LOG + "entries?"))
                .findFirst()
                .orElseThrow();
        Response whole = given().auth().oauth2(TestKeys.auditor()).get(log);
        List<String> leaves = whole.jsonPath().getList("items.leaf", String.class);
        VisibilityTable.read()
                .rows()
                .forEach((name, cells) -> cells.forEach((caller, cell) -> {
                    if (cell != Cell.hash) return;
                    String mark = scenario.things().get(name).marks().get(0);
                    var request = given();
                    if (callers().get(caller) != null)
                        request.auth().oauth2(callers().get(caller));
                    Response seen = request.get(log);
                    int found = 0;
                    for (int i = 0; i < leaves.size(); i++) {
                        if (!leaves.get(i).contains(mark)) continue;
                        found++;
                        Map<String, Object> entry = seen.path("items[" + i + "]");
                        assertEquals(
                                Set.of("sequence", "leafHash", "withheld"), entry.keySet(), name + " to " + caller);
                        assertEquals(whole.<String>path("items[" + i + "].leafHash"), entry.get("leafHash"));
                    }
                    assertTrue(found > 0, name);
                }));
    }

    @Test
    void whoIsRefusedIsToldNothingOfWhetherItIsThere() throws IOException {
        VisibilityTable.read()
                .rows()
                .forEach((name, cells) -> cells.forEach((caller, cell) -> {
                    if (cell != Cell.refused) return;
                    ProtectedItem item = scenario.things().get(name);
                    CapturedResponse its = ExhaustiveReads.asked(
                            "GET", item.address(), callers().get(caller));
                    assertEquals(caller.equals(ANONYMOUS) ? 401 : 403, its.status());
                    CapturedResponse none = ExhaustiveReads.asked(
                            "GET", item.madeUp(), callers().get(caller));
                    assertEquals(unnamed(none, item.madeUp()), unnamed(its, item.address()), name + " to " + caller);
                }));
    }

    /** An update that names what its sender may not see is refused in the words for what does not exist. */
    @Test
    void noRefusalTellsWhatIsHidden() {
        for (String name : List.of("report that waits", "report that was sent back")) {
            ProtectedItem item = scenario.things().get(name);
            assertEquals(correcting(item.madeUp()), correcting(item.address()), name);
        }
        for (String name : List.of(
                "file of a party that nothing names",
                "file of a report that waits",
                "file of a report that was sent back",
                "file of an auditor that nothing names")) {
            ProtectedItem item = scenario.things().get(name);
            assertEquals(naming(item.madeUp()), naming(item.address()), name);
        }
    }

    private static CapturedResponse correcting(String address) {
        String id = address.substring(address.lastIndexOf('/') + 1);
        return refused(UpdateFixture.of(VisibilityScenario.CODE).correcting(id), id);
    }

    private static CapturedResponse naming(String address) {
        String sha256 = address.substring(address.lastIndexOf('/') + 1);
        Map<String, Object> evidence = new LinkedHashMap<>(UpdateFixture.evidence());
        evidence.remove("url");
        evidence.put("file", sha256);
        return refused(UpdateFixture.of(VisibilityScenario.CODE).with("evidence", List.of(evidence)), sha256);
    }

    private static CapturedResponse refused(UpdateFixture report, String name) {
        Response answer = report.by(TestKeys.contributor(VisibilityScenario.ANOTHER));
        assertTrue(answer.statusCode() == 400 || answer.statusCode() == 409, answer::asString);
        return CapturedResponse.of(answer).renamed(name, "ITS-NAME");
    }
}
