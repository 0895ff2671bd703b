package org.servanda.proofs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.ledger.AppendOnly;
import org.servanda.ledger.CompactRange;
import org.servanda.ledger.Entries;
import org.servanda.ledger.Hash;
import org.servanda.ledger.HashedEntry;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.Subtree;
import org.servanda.ledger.TreeNodes;
import org.servanda.start.BeforeDatabase;
import org.servanda.start.StartRefusal;
import org.servanda.testing.HttpTest;
import org.servanda.testing.Postgres;
import org.servanda.text.Bilingual;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Nothing is signed that denies what was signed before, or with another key than before. */
@HttpTest
class SigningTest {

    private record Config(Path keyFile, String origin, String keyName, boolean atStart) implements ProofsConfig {}

    /** The beans as another start of the program has them. */
    private record Node(Keyring keyring, Checkpoints checkpoints, LogCheck check, Proofs proofs) {}

    private static final List<String> WALLED = List.of("ledger_entry", "ledger_node");

    @TempDir
    Path folder;

    @Inject
    Ledger ledger;

    @Inject
    ReadPoints registers;

    @Inject
    Entries entries;

    @Inject
    TreeNodes nodes;

    @Inject
    EntityManager entities;

    @Inject
    Proofs served;

    private Path file;

    /** A log that nobody has signed yet, whatever the test before did to it, and without walls around it. */
    @BeforeEach
    void begin() {
        file = folder.resolve("log.key");
        WALLED.forEach(table -> sql(
                Postgres.wanted() ? "alter table " + table + " disable trigger all" : "drop trigger " + wall(table)));
        sql("delete from log_checkpoint");
        sql("delete from log_key");
        rewrite(0, "");
        for (int i = 0; i < 5; i++) append();
    }

    /** The classes that come after find the walls where the migration put them. */
    @AfterEach
    void putTheWallsBack() {
        WALLED.forEach(table -> sql(
                Postgres.wanted()
                        ? "alter table " + table + " enable trigger all"
                        : "create trigger %s before update, delete on %s for each row call \"%s\""
                                .formatted(wall(table), table, AppendOnly.class.getName())));
    }

    private static String wall(String table) {
        return table.replace("_entry", "") + "_append_only";
    }

    private int sql(String statement) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(statement).executeUpdate());
    }

    private void append() {
        QuarkusTransaction.requiringNew()
                .run(() -> ledger.append(
                        new NewEntry("test", "test/x", "recorded", null, null, new Bilingual("试", "test"))));
    }

    private long size() {
        return QuarkusTransaction.requiringNew().call(registers::compactRange).size();
    }

    private Node start(String origin) {
        Config config = new Config(file, origin, "a.test/log", true);
        Keyring keyring = new Keyring(config, ledger, registers, entities);
        keyring.open(new StartupEvent());
        Checkpoints checkpoints = new Checkpoints(config, keyring, ledger, registers, entries, nodes, entities);
        return new Node(
                keyring,
                checkpoints,
                new LogCheck(registers, entries, nodes, checkpoints),
                new Proofs(config, entries, nodes, checkpoints, keyring));
    }

    private Node start() {
        return start("a.test/log");
    }

    private static void refused(ProblemType type, Node node, String why) {
        ProblemException problemException = assertThrows(ProblemException.class, node.checkpoints::current);
        assertEquals(type, problemException.type());
        assertTrue(problemException.getMessage().contains(why), problemException.getMessage());
    }

    private static String told(Node node) {
        List<String> told = new ArrayList<>();
        boolean right = node.check.check(told::add);
        assertEquals(right, told.size() == 1 && told.get(0).endsWith("no difference"), told.toString());
        return String.join("\n", told);
    }

    /** As somebody would who knows how the tree is made: the entry, and all hashes above it. */
    private void rewrite(long sequence, String body) {
        if (sequence > 0) sql("update ledger_entry set body = '" + body + "' where sequence = " + sequence);
        QuarkusTransaction.requiringNew().run(() -> {
            CompactRange grown = CompactRange.EMPTY;
            entities.createNativeQuery("delete from ledger_node").executeUpdate();
            for (HashedEntry hashedEntry :
                    entries.hashed(1, registers.compactRange().size())) {
                Hash leaf = Hash.leaf(hashedEntry.leaf());
                if (!leaf.equals(hashedEntry.storedHash()))
                    entities.createNativeQuery("update ledger_entry set leaf_hash = :hash where sequence = :sequence")
                            .setParameter("hash", leaf.hex())
                            .setParameter("sequence", hashedEntry.entry().sequence())
                            .executeUpdate();
                grown = grown.with(leaf, this::keep);
            }
            keep(grown);
        });
    }

    private void keep(Subtree subtree, Hash hash) {
        entities.createNativeQuery("insert into ledger_node (number, hash) values (:number, :hash)")
                .setParameter("number", subtree.number())
                .setParameter("hash", hash.hex())
                .executeUpdate();
    }

    private void keep(CompactRange compactRange) {
        StringBuilder hex = new StringBuilder();
        compactRange.hashes().forEach(hash -> hex.append(hash.hex()));
        String bytes = Postgres.wanted() ? "decode('" + hex + "', 'hex')" : "x'" + hex + "'";
        entities.createNativeQuery("update register set revision = " + compactRange.size() + ", edge = " + bytes)
                .executeUpdate();
    }

    /** As an older backup has it. */
    private void shrink(long size) {
        QuarkusTransaction.requiringNew().run(() -> {
            CompactRange grown = CompactRange.EMPTY;
            for (HashedEntry hashedEntry : entries.hashed(1, size))
                grown = grown.with(hashedEntry.storedHash(), (subtree, hash) -> {});
            entities.createNativeQuery("delete from ledger_entry where sequence > " + size)
                    .executeUpdate();
            keep(grown);
        });
        rewrite(0, "");
    }

    @Test
    void aNewLogGetsAKeyThatOnlyItsOwnerReadsAndARestartKeepsIt() throws IOException {
        Node first = start();
        Checkpoint signed = first.checkpoints.current();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        String key = Files.readString(file);
        assertTrue(key.matches("PRIVATE\\+KEY\\+a\\.test/log\\+[0-9a-f]{8}\\+[A-Za-z0-9+/=]{44}\n"));
        assertEquals(signed.note(), Files.readString(folder.resolve("log.key.checkpoint")));
        Node again = start();
        assertEquals(key, Files.readString(file));
        assertEquals(signed, again.checkpoints.current());
        append();
        Checkpoint next = again.checkpoints.current();
        assertEquals(signed.size() + 1, next.size());
        ConsistencyProof proof = again.proofs.consistency(signed.size(), next.size());
        assertEquals(signed.root(), proof.fromRoot());
        assertEquals(next.root(), proof.toRoot());
        assertTrue(told(again).endsWith("no difference"));
    }

    @Test
    void anotherKeyUnderTheSameNameSignsNothing() throws IOException {
        Checkpoint signed = start().checkpoints.current();
        Files.move(file, folder.resolve("elsewhere.key"));
        refused(ProblemType.LOG_IDENTITY_CHANGED, start(), "no key that signed the log before");
        assertFalse(Files.exists(file), "and none is made");
        Files.writeString(file, SigningKey.generate("a.test/log").text() + "\n");
        append();
        refused(ProblemType.LOG_IDENTITY_CHANGED, start(), "no key that signed the log before");
        Node changed = start();
        assertThrows(ProblemException.class, () -> changed.proofs.sign("a manifest\n"));
        Files.move(folder.resolve("elsewhere.key"), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertEquals(signed.size() + 1, start().checkpoints.current().size());
        refused(ProblemType.LOG_IDENTITY_CHANGED, start("b.test/log"), "was signed as a.test/log");
    }

    @Test
    void keysChangeHandsByATimeInWhichBothSign() throws IOException {
        Node old = start();
        String former = Files.readString(file);
        Checkpoint signed = old.checkpoints.current();
        SigningKey next = SigningKey.generate("a.test/log");
        Files.writeString(file, former + next.text() + "\n");
        Node both = start();
        assertEquals(signed.note(), both.checkpoints.current().note(), "nothing new, so the same bytes");
        append();
        Checkpoint twice = both.checkpoints.current();
        List<VerifierKey> keys =
                both.proofs.verifierKeys().stream().map(VerifierKey::parse).toList();
        assertEquals(2, keys.size());
        assertEquals(2, SignedNote.parse(twice.note()).signers(keys).size());
        Files.writeString(file, next.text() + "\n");
        append();
        Node alone = start();
        Checkpoint once = alone.checkpoints.current();
        assertEquals(List.of(next.verifier()), SignedNote.parse(once.note()).signers(keys));
        assertEquals(2, alone.proofs.verifierKeys().size(), "what the former one signed can still be checked");
        Files.writeString(file, former);
        append();
        refused(ProblemType.LOG_IDENTITY_CHANGED, start(), "with other keys than this node has");
    }

    @Test
    void anOlderBackupIsNotSignedNeitherWithItsOwnRowNorWithout() {
        Node node = start();
        Checkpoint early = node.checkpoints.current();
        for (int i = 0; i < 7; i++) append();
        Checkpoint late = node.checkpoints.current();
        String lost = "a checkpoint of " + late.size() + " entries was signed, and there are ";
        shrink(early.size());
        refused(ProblemType.LOG_INCONSISTENT, start(), lost + early.size());
        // The backup has the row of its time; only the file knows better.
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update log_checkpoint set size = :size, note = :note")
                        .setParameter("size", early.size())
                        .setParameter("note", early.note())
                        .executeUpdate());
        refused(ProblemType.LOG_INCONSISTENT, start(), lost + early.size());
        assertTrue(told(node).contains(lost + early.size()));
        sql("delete from log_checkpoint");
        refused(ProblemType.LOG_INCONSISTENT, start(), lost + early.size());
        // What is written since then does not make it the same log.
        for (int i = 0; i < 9; i++) append();
        refused(ProblemType.LOG_INCONSISTENT, start(), "its first " + late.size() + " entries are not those");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aHistoryThatWasWrittenAnewIsNotSigned(boolean rowAsWell) {
        Node node = start();
        Checkpoint signed = node.checkpoints.current();
        rewrite(3, "{\"forged\":" + rowAsWell + "}");
        if (rowAsWell) sql("delete from log_checkpoint");
        refused(ProblemType.LOG_INCONSISTENT, node, "its first " + signed.size() + " entries are not those");
        append();
        refused(ProblemType.LOG_INCONSISTENT, start(), "its first " + signed.size() + " entries are not those");
        assertTrue(
                told(node).contains("was signed with the root " + signed.root().base64()));
    }

    @Test
    void anEntryThatWasChangedBeforeItWasSignedIsNotSigned() {
        Node node = start();
        node.checkpoints.current();
        append();
        append();
        long changed = size() - 1;
        sql("update ledger_entry set actor = 'somebody' where sequence = " + changed);
        String why = "entry " + changed + " is not what was hashed when it was made";
        refused(ProblemType.LOG_INCONSISTENT, node, why);
        assertTrue(told(node).contains(why));
    }

    @Test
    void anEntryThatWasChangedAfterItWasSignedIsNotProved() {
        Node node = start();
        Checkpoint signed = node.checkpoints.current();
        sql("update ledger_entry set actor = 'somebody' where sequence = 2");
        ProblemException text = assertThrows(ProblemException.class, () -> node.proofs.inclusion(2, signed.size()));
        assertEquals(ProblemType.LOG_INCONSISTENT, text.type());
        assertTrue(told(node).contains("entry 2 is not what was hashed when it was made"));
        sql("update ledger_entry set leaf_hash = '" + Hash.leaf("x").hex() + "' where sequence = 2");
        ProblemException hash = assertThrows(ProblemException.class, () -> node.proofs.inclusion(1, signed.size()));
        assertEquals(ProblemType.LOG_INCONSISTENT, hash.type());
    }

    @Test
    void aNodeThatIsWrongOrMissingIsFound() {
        Node node = start();
        node.checkpoints.current();
        long number = new Subtree(1, 1).number();
        sql("update ledger_node set hash = '" + Hash.leaf("x").hex() + "' where number = " + number);
        assertTrue(told(node).contains("the hash of Subtree[level=1, place=1] is not that of its entries"));
        assertThrows(ProblemException.class, () -> node.proofs.inclusion(1, 4));
        assertThrows(ProblemException.class, () -> node.proofs.consistency(2, 4));
        sql("delete from ledger_node where number = " + number);
        String told = told(node);
        assertTrue(told.contains("the hash of Subtree[level=1, place=1] is missing"), told);
        assertTrue(told.contains("nodes are kept, and there must be"), told);
        ProblemException missing = assertThrows(ProblemException.class, () -> node.proofs.inclusion(1, 4));
        assertTrue(missing.getMessage().contains("is missing"), missing.getMessage());
    }

    @Test
    void anEdgeThatIsWrongIsNotSigned() {
        Node node = start();
        QuarkusTransaction.requiringNew().run(() -> {
            CompactRange compactRange = registers.compactRange();
            List<Hash> hashes = new ArrayList<>(compactRange.hashes());
            hashes.set(0, Hash.leaf("x"));
            keep(new CompactRange(compactRange.size(), hashes));
        });
        refused(ProblemType.LOG_INCONSISTENT, node, "has another edge");
        assertTrue(told(node).contains("the register keeps another edge of the tree"));
    }

    @Test
    void whatIsWrongIsAnsweredAsAProblemAndTheRegisterGoesOn() {
        served.verifierKeys();
        sql("update ledger_entry set actor = 'somebody' where sequence = 1");
        given().get("/api/v1/log/proofs/inclusion?index=0&size=5")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("code", is("log-inconsistent"))
                .body("detail", containsString("entry 1 is not what was hashed when it was made"));
        given().get("/api/v1/commitments").then().statusCode(200);
        sql("update ledger_entry set actor = 'seeds' where sequence = 1");
    }

    @Test
    void anotherTextIsSignedUnlessItCouldBeTakenForACheckpoint() {
        Node node = start();
        String manifest = "servanda manifest\nsha256 abc\n";
        SignedNote note = SignedNote.parse(node.proofs.sign(manifest));
        assertEquals(manifest, note.text());
        List<VerifierKey> keys =
                node.proofs.verifierKeys().stream().map(VerifierKey::parse).toList();
        assertEquals(keys, note.signers(keys));
        Checkpoint signed = node.checkpoints.current();
        String forged = Checkpoint.text("a.test/log", signed.size() + 1, Hash.leaf("x"));
        assertThrows(IllegalArgumentException.class, () -> node.proofs.sign(forged));
        assertThrows(IllegalArgumentException.class, () -> node.proofs.sign("a.test/log\n"));
        assertThrows(IllegalArgumentException.class, () -> node.proofs.sign("no line feed"));
    }

    @Test
    void aFileThatIsNoKeyStopsTheStartWithoutBeingRepeated() throws IOException {
        Files.writeString(file, "\nPRIVATE+KEY+a.test/log+00000000+c2VjcmV0\n");
        Exception refused = assertThrows(StartRefusal.class, this::start);
        assertTrue(refused.getMessage().contains("line 2 of " + file), refused.getMessage());
        assertFalse(refused.getMessage().contains("c2VjcmV0"), refused.getMessage());
    }

    @Test
    void aNameThatNobodyCanSignWithStopsTheStart() {
        LogNames names = new LogNames(new Config(file, "not a name", "a.test/log", true));
        Exception refused = assertThrows(StartRefusal.class, () -> names.require(new BeforeDatabase()));
        assertTrue(refused.getMessage().contains("servanda.proofs.origin"), refused.getMessage());
    }
}
