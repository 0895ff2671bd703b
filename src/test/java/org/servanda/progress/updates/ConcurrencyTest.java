package org.servanda.progress.updates;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

import org.servanda.testing.ConcurrentClients;
import org.servanda.testing.EditFixture;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Many at once: nothing is lost, nothing is done twice, and who reads meanwhile reads one state. */
@HttpTest
class ConcurrencyTest {

    private static final int CLIENTS = 50;

    @Inject
    EntityManager entities;

    private static int revision() {
        // The first time a test asks for it, the key is an entry too.
        TestKeys.secretariat();
        return given().get("/api/v1/commitments?limit=1").path("revision");
    }

    private void assertNoGaps() {
        List<Long> sequence = QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery("select e.sequence from LedgerEntry e order by e.sequence", Long.class)
                        .getResultList());
        for (int i = 0; i < sequence.size(); i++) assertEquals(i + 1L, sequence.get(i));
        assertEquals(revision(), sequence.size());
    }

    @Test
    void ofFiftyWhoChangeWhatTheySawOneDoes() throws Exception {
        String code = "BRDE-2023.18.1";
        String tag = EditFixture.tag(code);
        int before = revision();
        TestKeys.secretariat();
        List<Response> answers = ConcurrentClients.of(
                CLIENTS,
                i -> ConcurrentClients.patiently(
                        () -> EditFixture.commitment(code, tag, "{\"title\":{\"en\":\"Title " + i + "\"}}")));
        List<Integer> statuses =
                answers.stream().map(Response::statusCode).sorted().toList();
        assertEquals(200, statuses.get(0));
        assertEquals(Set.of(412), new HashSet<>(statuses.subList(1, CLIENTS)));
        assertEquals(before + 1, revision());
        Response winner = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .findFirst()
                .orElseThrow();
        String title = given().get("/api/v1/commitments/" + code).path("title.en");
        assertEquals(winner.<String>path("title.en"), title);
        answers.stream().filter(answer -> answer.statusCode() == 412).forEach(answer -> {
            assertEquals(title, answer.path("current.title.en"));
            assertEquals(EditFixture.tag(code), answer.header("ETag"));
        });
        assertNoGaps();
    }

    @Test
    void fiftyDifferentReportsAreAllKept() throws Exception {
        String code = "BRDE-2023.19.1";
        String bearer = TestKeys.secretariat();
        int before = revision();
        List<Response> answers = ConcurrentClients.of(CLIENTS, i -> {
            String key = UUID.randomUUID().toString();
            return ConcurrentClients.patiently(
                    () -> UpdateFixture.of(code).percent(i).by(bearer, key));
        });
        answers.forEach(answer -> assertEquals(201, answer.statusCode(), answer.asString()));
        Set<String> ids = new HashSet<>();
        Set<Integer> entries = new HashSet<>();
        answers.forEach(answer -> {
            ids.add(answer.path("id"));
            entries.add(answer.path("entry"));
        });
        assertEquals(
                IntStream.rangeClosed(1, CLIENTS)
                        .mapToObj(i -> code + "-U" + i)
                        .collect(java.util.stream.Collectors.toSet()),
                ids);
        assertEquals(CLIENTS, entries.size());
        assertEquals(before + CLIENTS, revision());
        List<Integer> percents = given().get("/api/v1/commitments/" + code + "/updates?limit=200")
                .path("items.percent");
        assertEquals(
                IntStream.range(0, CLIENTS).boxed().toList(),
                percents.stream().sorted().toList());
        // The last one that was recorded is the one that stands.
        assertEquals(
                percents.get(CLIENTS - 1),
                given().get("/api/v1/commitments/" + code).path("percent"));
        assertNoGaps();
    }

    @Test
    void readersMeanwhileReadOneState() throws Exception {
        String bearer = TestKeys.secretariat();
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService readers = Executors.newFixedThreadPool(4);
        List<Future<List<String>>> reading = new ArrayList<>();
        for (int i = 0; i < 4; i++) reading.add(readers.submit(() -> inconsistencies(writing)));
        try {
            ConcurrentClients.of(8, i -> {
                String code = "BRDE-2023.20." + (1 + i % 3);
                for (int n = 0; n < 6; n++) {
                    String key = UUID.randomUUID().toString();
                    String status = n < 3 ? "in_progress" : "suspended";
                    ConcurrentClients.patiently(() -> UpdateFixture.of(code)
                            .status(status)
                            .because("A test")
                            .by(bearer, key));
                }
                return null;
            });
        } finally {
            writing.set(false);
        }
        for (Future<List<String>> one : reading) assertEquals(List.of(), one.get());
        readers.shutdown();
        assertNoGaps();
    }

    /** What did not fit together, until nobody writes any more. */
    private static List<String> inconsistencies(AtomicBoolean writing) {
        List<String> wrong = new ArrayList<>();
        int last = 0;
        int answers = 0;
        do {
            Response list =
                    given().get("/api/v1/commitments?instrument=BRDE-2023&status=in_progress&count=true&limit=200");
            if (list.statusCode() == 503) continue;
            answers++;
            int listed = list.jsonPath().getList("items").size();
            int revision = list.path("revision");
            if (listed != list.<Integer>path("total")) wrong.add("listed " + listed + " of " + list.path("total"));
            if (revision < last) wrong.add("revision " + revision + " after " + last);
            if (!("" + revision).equals(list.header("Servanda-Revision"))) wrong.add("header of another revision");
            last = revision;
            Response counted = given().get("/api/v1/summary?by=status&instrument=BRDE-2023&knownAt=" + revision);
            if (counted.statusCode() == 503) continue;
            List<Map<String, Object>> cells = counted.path("cells");
            int inProgress = cells.stream()
                    .filter(cell -> "in_progress".equals(cell.get("status")))
                    .mapToInt(cell -> (Integer) cell.get("count"))
                    .sum();
            if (inProgress != listed) wrong.add("at " + revision + " listed " + listed + ", counted " + inProgress);
        } while (writing.get());
        assertTrue(answers > 0);
        return wrong;
    }

    @Test
    void aWalkShowsEachCommitmentOnceWhileOthersWrite() throws Exception {
        String bearer = TestKeys.secretariat();
        Set<String> all = new HashSet<>();
        given().get("/api/v1/commitments?limit=200")
                .<List<String>>path("items.code")
                .forEach(all::add);
        List<Object> walks = ConcurrentClients.of(4, i -> {
            if (i == 0) {
                for (int n = 0; n < 15; n++) {
                    String key = UUID.randomUUID().toString();
                    ConcurrentClients.patiently(
                            () -> UpdateFixture.of("BRDE-2023.19.2").by(bearer, key));
                    // What is sorted by moves to the front.
                    ConcurrentClients.patiently(
                            () -> UpdateFixture.of("GDIDCF-2024.1.1").by(bearer, key));
                }
                return null;
            }
            return walk(i == 1 ? "code" : "-updated");
        });
        for (Object walk : walks.subList(1, 4)) {
            List<?> codes = (List<?>) walk;
            assertEquals(all.size(), codes.size());
            assertEquals(all, new HashSet<>(codes));
        }
    }

    private static List<String> walk(String sort) {
        List<String> codes = new ArrayList<>();
        Set<Integer> revisions = new HashSet<>();
        String next = null;
        do {
            Map<String, String> cursor = next == null ? Map.of() : Map.of("cursor", next);
            Response page = ConcurrentClients.patiently(() -> given().queryParam("sort", sort)
                    .queryParam("limit", 10)
                    .queryParams(cursor)
                    .get("/api/v1/commitments"));
            assertEquals(200, page.statusCode(), page.asString());
            codes.addAll(page.path("items.code"));
            revisions.add(page.path("revision"));
            next = page.path("next");
        } while (next != null);
        assertEquals(1, revisions.size());
        return codes;
    }
}
