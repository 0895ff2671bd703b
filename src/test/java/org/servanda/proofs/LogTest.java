package org.servanda.proofs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.servanda.ledger.CompactRange;
import org.servanda.ledger.Hash;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.testing.ConcurrentClients;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;
import org.servanda.text.Bilingual;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What an auditor sees who trusts nothing but the first checkpoint and the key it was signed with. */
@HttpTest
class LogTest {

    private static final String LOG = "/api/v1/log";

    @Inject
    Ledger ledger;

    private static Response asked() {
        return given().get(LOG + "/checkpoint");
    }

    private static Checkpoint checkpoint() {
        return Checkpoint.parse(asked().then().statusCode(200).extract().asString());
    }

    private static List<VerifierKey> keys() {
        return given().get(LOG + "/keys").jsonPath().getList("items.verifier", String.class).stream()
                .map(VerifierKey::parse)
                .toList();
    }

    private static void append(String commitment) {
        UpdateFixture.of(commitment).counted();
    }

    /** The hashes of all entries up to one, as everyone may see them. */
    private static List<Hash> leaves(long size) {
        List<Hash> leaves = new ArrayList<>();
        for (long from = 1; from <= size; from += 1_000)
            entries(null, from, Math.min(from + 999, size))
                    .getList("items.leafHash", String.class)
                    .forEach(hex -> leaves.add(new Hash(hex)));
        return leaves;
    }

    private static JsonPath entries(String key, long from, long to) {
        var request = given();
        if (key != null) request.auth().oauth2(key);
        return request.get(LOG + "/entries?from=" + from + "&to=" + to)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<Hash> hashes(JsonPath proof) {
        return proof.getList("hashes", String.class).stream()
                .map(Hash::ofBase64)
                .toList();
    }

    private static InclusionProof inclusion(long index, long size) {
        JsonPath proof = given().get(LOG + "/proofs/inclusion?index=" + index + "&size=" + size)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return new InclusionProof(
                proof.getLong("index"),
                proof.getLong("size"),
                Hash.ofBase64(proof.getString("leafHash")),
                Hash.ofBase64(proof.getString("root")),
                hashes(proof));
    }

    private static ConsistencyProof consistency(long from, long to) {
        JsonPath proof = given().get(LOG + "/proofs/consistency?from=" + from + "&to=" + to)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return new ConsistencyProof(
                proof.getLong("from"),
                proof.getLong("to"),
                Hash.ofBase64(proof.getString("fromRoot")),
                Hash.ofBase64(proof.getString("toRoot")),
                hashes(proof));
    }

    @Test
    void theCheckpointIsSignedAndItsRootFollowsFromTheEntries() {
        Checkpoint signed = checkpoint();
        assertEquals("servanda.example/log", signed.origin());
        assertEquals(given().get("/api/v1/commitments?limit=1").jsonPath().getLong("revision"), signed.size());
        assertEquals(keys(), SignedNote.parse(signed.note()).signers(keys()));
        CompactRange grown = CompactRange.EMPTY;
        for (Hash leaf : leaves(signed.size())) grown = grown.with(leaf, (subtree, hash) -> {});
        assertEquals(signed.size(), grown.size());
        assertEquals(signed.root(), grown.root());
    }

    @Test
    void theSameLogHasTheSameBytesAndALongerOneContinuesIt() {
        Response first = asked();
        first.then().header("Content-Type", is("text/plain;charset=UTF-8")).header("Cache-Control", is("no-cache"));
        assertEquals(first.asString(), asked().asString());
        given().header("If-None-Match", first.header("ETag"))
                .get(LOG + "/checkpoint")
                .then()
                .statusCode(304);
        Checkpoint before = Checkpoint.parse(first.asString());
        append("ACJS-2024.III.2");
        Checkpoint after = checkpoint();
        assertTrue(after.size() > before.size());
        ConsistencyProof proof = consistency(before.size(), after.size());
        assertEquals(before.root(), proof.fromRoot());
        assertEquals(after.root(), proof.toRoot());
        assertTrue(ProofVerifier.consistency(proof));
    }

    @Test
    void everyEntryIsProvedAgainstEverySignedTree() {
        Checkpoint signed = checkpoint();
        List<Hash> leaves = leaves(signed.size());
        for (long index = 0; index < signed.size(); index += 7) {
            InclusionProof proof = inclusion(index, signed.size());
            assertEquals(leaves.get((int) index), proof.leafHash());
            assertEquals(signed.root(), proof.root());
            assertTrue(ProofVerifier.inclusion(proof));
            assertTrue(ProofVerifier.inclusion(inclusion(index, index + 1)));
        }
        for (long from = 1; from <= signed.size(); from += 13)
            assertTrue(ProofVerifier.consistency(consistency(from, signed.size())));
    }

    @Test
    void theProofOfAnEntryIsAFileThatNeedsNothingElse() {
        String file = given().get(LOG + "/entries/5/proof")
                .then()
                .statusCode(200)
                .header("Content-Type", is("text/plain;charset=UTF-8"))
                .extract()
                .asString();
        Checkpoint signed = Checkpoint.parse(file.substring(file.indexOf("\n\n") + 2));
        String[] lines = file.substring(0, file.indexOf("\n\n")).split("\n");
        assertEquals("c2sp.org/tlog-proof@v1", lines[0]);
        assertEquals("index 4", lines[1]);
        List<Hash> path = new ArrayList<>();
        for (int i = 2; i < lines.length; i++) path.add(Hash.ofBase64(lines[i]));
        Hash leaf = Hash.leaf(entries(null, 5, 5).getString("items[0].leaf"));
        assertTrue(ProofVerifier.inclusion(new InclusionProof(4, signed.size(), leaf, signed.root(), path)));
        assertEquals(keys(), SignedNote.parse(signed.note()).signers(keys()));
        for (String none : List.of("0", "-1", "x", "999999", "1234567890123456789012"))
            given().get(LOG + "/entries/" + none + "/proof")
                    .then()
                    .statusCode(404)
                    .body("detail", startsWith("There is no entry " + none + "; they go from 1 to "));
    }

    @Test
    void whatWaitsIsSeenAsAHashUntilItIsAccepted() {
        String secret = "nobody outside may read this " + UUID.randomUUID();
        String id = UpdateFixture.of("ACJS-2024.III.3")
                .with("narrative", Map.of("en", secret))
                .waitingFrom("TH");
        long submitted = checkpoint().size();
        for (String key : new String[] {null, TestKeys.reader(), TestKeys.contributor("TH"), TestKeys.admin()}) {
            JsonPath seen = entries(key, submitted, submitted);
            assertEquals(true, seen.get("items[0].withheld"));
            assertEquals(Optional.empty(), Optional.ofNullable(seen.get("items[0].leaf")));
        }
        for (String key : List.of(TestKeys.secretariat(), TestKeys.auditor())) {
            JsonPath seen = entries(key, submitted, submitted);
            assertTrue(seen.getString("items[0].leaf").contains(secret));
            assertEquals(Hash.leaf(seen.getString("items[0].leaf")).hex(), seen.getString("items[0].leafHash"));
            assertEquals(Optional.empty(), Optional.ofNullable(seen.get("items[0].withheld")));
        }
        UpdateFixture.decide("accept", id).then().statusCode(200);
        long last = checkpoint().size();
        JsonPath accepted = entries(null, last, last);
        assertTrue(accepted.getString("items[0].leaf").contains(secret));
        assertEquals(Hash.leaf(accepted.getString("items[0].leaf")).hex(), accepted.getString("items[0].leafHash"));
        assertEquals(true, entries(null, submitted, submitted).get("items[0].withheld"));
    }

    @Test
    void whoKnowsAllOfAWithheldEntryButItsSaltCannotTellItByItsHash() throws Exception {
        TestKeys.auditor();
        UpdateFixture.of("ACJS-2024.IV.1").waitingFrom("TH");
        long size = checkpoint().size();
        // Keys that were issued, and the report behind them.
        long from = size - 20;
        JsonPath all = entries(TestKeys.auditor(), from, size);
        JsonPath seen = entries(null, from, size);
        int withheld = 0;
        for (int i = 1; i <= size - from; i++) {
            if (seen.get("items[" + i + "].leaf") != null) continue;
            withheld++;
            ObjectNode leaf = (ObjectNode) new ObjectMapper().readTree(all.getString("items[" + i + "].leaf"));
            // The guess: everything right but the salt, which is left out, empty, or that of the entry before.
            String before = all.getString("items[" + (i - 1) + "].leaf").replaceFirst(".*\"salt\":\"(\\w+)\".*", "$1");
            String salt = leaf.get("salt").asText();
            String hash = seen.getString("items[" + i + "].leafHash");
            assertTrue(salt.matches("[0-9a-f]{32}"), salt);
            assertEquals(hash, Hash.leaf(leaf.toString()).hex());
            assertNotEquals(hash, Hash.leaf(leaf.put("salt", before).toString()).hex());
            assertNotEquals(hash, Hash.leaf(leaf.put("salt", "").toString()).hex());
            assertNotEquals(hash, Hash.leaf(leaf.without("salt").toString()).hex());
        }
        assertTrue(withheld >= 1, "a report is withheld");
    }

    @Test
    void whatWasSaidWithADecisionIsForThoseConcerned() {
        String id = UpdateFixture.of("ACJS-2024.III.4").waitingFrom("TH");
        String secret = "between us " + UUID.randomUUID();
        String auditor = TestKeys.auditor();
        UpdateFixture.decide("", List.of(UpdateFixture.decision(id, "accept", secret)))
                .then()
                .statusCode(200);
        long accepted = checkpoint().size();
        assertEquals(true, entries(null, accepted - 1, accepted - 1).get("items[0].withheld"));
        assertTrue(entries(auditor, accepted - 1, accepted - 1)
                .getString("items[0].leaf")
                .contains(secret));
        String shown = entries(null, accepted, accepted).getString("items[0].leaf");
        assertTrue(shown.contains("\"kind\":\"accepted\"") && !shown.contains(secret), shown);
    }

    @Test
    void keysAndWhoHoldsThemAreNotShown() {
        TestKeys.contributor("LA");
        long last = checkpoint().size();
        JsonPath all = entries(TestKeys.secretariat(), 1, Math.min(last, 1_000));
        JsonPath shown = entries(null, 1, Math.min(last, 1_000));
        List<String> leaves = all.getList("items.leaf", String.class);
        List<String> seen = shown.getList("items.leaf", String.class);
        Map<Boolean, Integer> keys = new HashMap<>();
        for (int i = 0; i < leaves.size(); i++)
            if (leaves.get(i).contains("\"subject\":\"api-key/")) keys.merge(seen.get(i) == null, 1, Integer::sum);
        assertTrue(keys.get(true) > 0 && !keys.containsKey(false), keys.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            entries                              | from  | is missing: a whole number from 1 to
            entries?from=1                       | to    | is missing: a whole number from 1 to
            entries?from=0&to=5                  | from  | must be a whole number from 1 to
            entries?from=5&to=4                  | to    | must be a whole number from 5 to
            entries?from=1&to=99999999           | to    | must be a whole number from 1 to
            entries?from=x&to=5                  | from  | must be a whole number from 1 to
            proofs/inclusion?index=0&size=0      | size  | must be a whole number from 1 to
            proofs/inclusion?index=3&size=3      | index | must be a whole number from 0 to 2
            proofs/inclusion?index=-1&size=3     | index | must be a whole number from 0 to 2
            proofs/inclusion?size=3              | index | is missing: a whole number from 0 to 2
            proofs/inclusion?index=0&size=999999 | size  | must be a whole number from 1 to
            proofs/consistency?from=0&to=3       | from  | must be a whole number from 1 to
            proofs/consistency?from=4&to=3       | to    | must be a whole number from 4 to
            proofs/consistency?from=1&to=1e3     | to    | must be a whole number from 1 to
            proofs/consistency?from=1&to=99999999999999999999 | to | must be a whole number from 1 to
            """)
    void aWrongNumberIsRefusedByNameWithWhatIsAllowed(String question, String parameter, String message) {
        given().urlEncodingEnabled(false)
                .get(LOG + "/" + question)
                .then()
                .statusCode(400)
                .body("code", is("invalid-parameter"))
                .body("errors[0].parameter", is(parameter))
                .body("errors[0].message", startsWith(message));
    }

    @Test
    void anAnswerHoldsAThousandEntriesAtMost() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < 1_002; i++)
                ledger.append(new NewEntry("test", "test/many", "recorded", null, null, new Bilingual("试", "test")));
        });
        assertEquals(1_000, entries(null, 2, 1_001).getList("items").size());
        given().get(LOG + "/entries?from=2&to=1002")
                .then()
                .statusCode(400)
                .body("errors[0].message", is("is too far: at most 1000 entries at once, so up to 1001"));
    }

    @Test
    void anUnknownParameterIsRefused() {
        given().get(LOG + "/checkpoint?size=5")
                .then()
                .statusCode(400)
                .body("code", is("unknown-parameter"))
                .body("errors.parameter", contains("size"));
    }

    @Test
    void whoSignsWhileOthersWriteSignsOneHistory() throws Exception {
        List<String> codes = List.of("ACJS-2024.III.2", "ACJS-2024.III.3", "ACJS-2024.III.4", "ACJS-2024.IV.1");
        TestKeys.secretariat();
        Checkpoint before = checkpoint();
        List<String> given = ConcurrentClients.of(12, client -> {
            if (client % 3 == 0) {
                ConcurrentClients.patiently(
                        () -> UpdateFixture.of(codes.get(client / 3)).by(TestKeys.secretariat()));
                return null;
            }
            return ConcurrentClients.patiently(LogTest::asked).asString();
        });
        List<Checkpoint> signed = given.stream()
                .filter(note -> note != null)
                .map(Checkpoint::parse)
                .toList();
        assertEquals(8, signed.size());
        Checkpoint last = checkpoint();
        assertEquals(before.size() + 4, last.size());
        for (Checkpoint one : signed) {
            ConsistencyProof proof = consistency(one.size(), last.size());
            assertEquals(one.root(), proof.fromRoot());
            assertEquals(last.root(), proof.toRoot());
            signed.stream()
                    .filter(other -> other.size() == one.size())
                    .forEach(other -> assertEquals(one.note(), other.note()));
        }
    }

    @Test
    void theKeysAreListedWithWhatTheySign() {
        given().get(LOG + "/keys")
                .then()
                .statusCode(200)
                .body("origin", is("servanda.example/log"))
                .body("items[0].verifier", startsWith("servanda.example/log+"))
                .body("items[0].signs", is(true))
                .body("items[0].knownFrom", is(0))
                .body("items[1]", nullValue());
        assertNotEquals("", asked().asString());
        assertFalse(asked().asString().contains("PRIVATE"));
        given().accept("application/json").get(LOG + "/checkpoint").then().statusCode(406);
        given().get(LOG + "/entries?from=1&to=1").then().body("items[0].leaf", containsString("\"sequence\":1"));
    }
}
