package org.servanda.ledger;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.testing.HttpTest;
import org.servanda.text.Bilingual;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** One sequence, without gaps, in the order of commit, that nobody can change. */
@HttpTest
class LedgerTest {

    @Inject
    Ledger ledger;

    @Inject
    EntityManager entities;

    @Inject
    DataSource source;

    private static NewEntry entry(String subject) {
        return new NewEntry("test", subject, "recorded", null, null, new Bilingual("试", "test"));
    }

    private long append(String subject) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ledger.append(entry(subject)).sequence());
    }

    private List<Object[]> rows() {
        return QuarkusTransaction.requiringNew().call(() -> entities.createQuery(
                        "select e.sequence, e.recordedAt, e.actor, e.subject, e.kind, e.effectiveOn, e.reason, e.body,"
                                + " e.salt, e.leafHash from LedgerEntry e order by e.sequence",
                        Object[].class)
                .getResultList());
    }

    private static int revision() {
        return given().get("/api/v1/commitments?limit=1").path("revision");
    }

    @Test
    void everyRecordOfTheSeedsIsAnEntryAndTheSequenceIsTheRevision() {
        List<Object[]> rows = rows();
        assertEquals(revision(), rows.size());
        for (int i = 0; i < rows.size(); i++) assertEquals(i + 1L, rows.get(i)[0]);
        long commitments = rows.stream()
                .filter(row -> row[3].toString().startsWith("commitment/") && row[4].equals("recorded"))
                .count();
        assertEquals(115, commitments);
    }

    @Test
    void everyLeafHashFollowsFromItsEntry() {
        for (Object[] row : rows()) {
            String body = (String) row[7];
            assertEquals(body, LeafEncoding.canonical(body));
            Entry entry = new Entry(
                    (Long) row[0],
                    (Instant) row[1],
                    (String) row[2],
                    (String) row[3],
                    (String) row[4],
                    (java.time.LocalDate) row[5],
                    (String) row[6],
                    body,
                    (String) row[8]);
            assertEquals(row[9], LeafEncoding.hash(LeafEncoding.text(entry)));
        }
    }

    @Test
    void everyEntryHas128BitsOfChanceOfItsOwn() {
        List<String> salts = rows().stream().map(row -> (String) row[8]).toList();
        salts.forEach(salt -> assertTrue(salt.matches("[0-9a-f]{32}"), salt));
        assertEquals(salts.size(), new HashSet<>(salts).size());
        // Of fair bits about half are set, on each of the 128 places: with 300 salts, never fewer than 50 or more than
        // 250.
        for (int place = 0; place < 128; place++) {
            int bit = place;
            long set = salts.stream()
                    .filter(salt -> new BigInteger(salt, 16).testBit(bit))
                    .count();
            assertTrue(
                    set > salts.size() / 6 && set < salts.size() * 5 / 6, "bit " + place + " is set " + set + " times");
        }
    }

    @Test
    void writersAtOnceLeaveNoGapAndTimeNeverRunsBack() throws Exception {
        int before = rows().size();
        ExecutorService writers = Executors.newFixedThreadPool(8);
        List<Future<?>> all = new ArrayList<>();
        for (int writer = 0; writer < 8; writer++) {
            String subject = "test/" + writer;
            all.add(writers.submit(() -> {
                for (int i = 0; i < 10; i++) append(subject);
            }));
        }
        for (Future<?> one : all) one.get();
        writers.shutdown();
        List<Object[]> rows = rows();
        assertEquals(before + 80, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            assertEquals(i + 1L, rows.get(i)[0]);
            if (i > 0) assertFalse(((Instant) rows.get(i)[1]).isBefore((Instant) rows.get(i - 1)[1]));
        }
    }

    @Test
    void whatWasRecordedHasComeAlsoWhenTheClockIsSetBack() {
        // As after an hour on a clock that was two seconds fast.
        Instant ahead = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MICROS);
        QuarkusTransaction.requiringNew().run(() -> ledger.settle(ahead));
        given().get("/api/v1/areas?knownAt=" + ahead).then().statusCode(200);
        given().get("/api/v1/areas?knownAt=" + ahead.plusSeconds(3_600))
                .then()
                .statusCode(400)
                .body("errors[0].message", startsWith("has not come yet"));
    }

    @Test
    void aTransactionThatFailsLeavesNoGap() {
        long before = append("test/before");
        assertThrows(IllegalStateException.class, () -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    ledger.append(entry("test/lost"));
                    throw new IllegalStateException("on purpose");
                }));
        assertEquals(before + 1, append("test/after"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set actor = 'x' where sequence = 1",
                "delete from ledger_entry where sequence = 1",
                "update ledger_entry set sequence = 0 where sequence = 1"
            })
    void theStoreItselfRefusesToChangeAnEntry(String statement) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement()) {
            SQLException refused = assertThrows(SQLException.class, () -> sql.executeUpdate(statement));
            assertTrue(refused.getMessage().contains("append-only"), refused.getMessage());
        }
        assertEquals("seeds", rows().get(0)[2]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/commitments", "/api/v1/commitments/ACJS-2024.III.2", "/api/v1/commitments/CNS-2025.30/links",
                "/api/v1/summary?by=area", "/api/v1/instruments", "/api/v1/instruments/BRDE-2023",
                "/api/v1/instruments/BRDE-2023/texts/zh", "/api/v1/instruments/BRDE-2023/passages", "/api/v1/parties",
                "/api/v1/parties/LA", "/api/v1/areas", "/api/v1/vocabularies"
            })
    void everyAnswerNamesTheRevisionItWasReadAt(String path) {
        given().get(path).then().statusCode(200).header("Servanda-Revision", is("" + revision()));
    }
}
