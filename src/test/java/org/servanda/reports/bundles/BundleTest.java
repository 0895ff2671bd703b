package org.servanda.reports.bundles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.testing.CommandResult;
import org.servanda.testing.CompiledVerifier;
import org.servanda.testing.CompiledVerifier.VerifierResult;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A report that leaves the register with everything that is needed to check it. */
@HttpTest
@TestInstance(Lifecycle.PER_CLASS)
class BundleTest {

    private static final List<String> MEMBERS = List.of(
            "README.txt",
            "Verify.java",
            "manifest.json",
            "manifest.note",
            "checkpoint",
            "key.pub",
            "report.csv",
            "report.json",
            "entries.ndjson",
            "proofs.ndjson");

    @TempDir
    Path folder;

    private int before;

    @BeforeEach
    void muchHappensOnce() {
        if (before > 0) return;
        TestKeys.auditor();
        TestKeys.secretariat();
        TestKeys.contributor("TH");
        before = BundleFixture.revision();
        BundleFixture.happen();
    }

    private Path kept(byte[] bundle) throws IOException {
        return Files.write(Files.createTempFile(folder, "bundle", ".zip"), bundle);
    }

    private VerifierResult checked(byte[] bundle, Object... options) throws IOException {
        Object[] args = new Object[options.length + 1];
        args[0] = kept(bundle);
        System.arraycopy(options, 0, args, 1, options.length);
        return CompiledVerifier.run(args);
    }

    private static void assertHolds(VerifierResult verifierResult) {
        assertEquals(0, verifierResult.exitStatus(), verifierResult.output());
    }

    private static String checkpoint() {
        return given().get("/api/v1/log/checkpoint")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lang=zh",
                "lang=zh&area=AI,TECH",
                "instrument=ACJS-2024&lang=en",
                "status=in_progress",
                "status=completed",
                "party=TH&freshness=overdue,due",
                "party=TH&partyStatus=completed",
                "reporter=TH",
                "owner=TH,not_stated",
                "schedule=no_deadline&assurance=evidenced,verified,self_reported",
                "assessment=limited",
                "q=人工智能",
                "asOf=2025-02-15",
                "asOf=2025-04-15&lang=zh",
                "asOf=2024-01-01",
                "instrument=ACJS-2024&asOf=2020-01-01"
            })
    void whateverIsAskedForHolds(String query) throws IOException {
        VerifierResult verifierResult = checked(BundleFixture.bundle(query));
        assertHolds(verifierResult);
        assertTrue(verifierResult.output().contains("KEY FROM THE BUNDLE"), verifierResult.output());
    }

    @Test
    void atEveryRevisionItHolds() throws IOException {
        for (int revision = before; revision <= BundleFixture.revision(); revision++) {
            assertHolds(checked(BundleFixture.bundle("instrument=ACJS-2024&knownAt=" + revision)));
        }
    }

    @Test
    void itsRowsAreThoseOfTheReport() throws IOException {
        String query = "instrument=ACJS-2024&lang=zh&knownAt=" + BundleFixture.revision() + "&asOf=2025-12-31";
        UnpackedBundle bundle = UnpackedBundle.read(BundleFixture.bundle(query));
        String path = "/api/v1/reports/status?" + query;
        assertEquals(MEMBERS, List.copyOf(bundle.members().keySet()));
        assertArrayEquals(
                given().get(path + "&format=csv").asByteArray(),
                bundle.members().get("report.csv"));
        List<Object> items = given().get(path + "&format=json").path("items");
        assertEquals(items, JsonPath.from(bundle.text("report.json")).getList("items"));
        assertArrayEquals(
                Files.readAllBytes(CompiledVerifier.SOURCE), bundle.members().get("Verify.java"));
    }

    @Test
    void theSameBundleIsTheSameBytesAsLongAsNothingIsAdded() {
        assertArrayEquals(BundleFixture.bundle("area=AI"), BundleFixture.bundle("area=AI"));
    }

    @Test
    void whatIsNotPublicIsNotInIt() {
        UnpackedBundle bundle = UnpackedBundle.read(BundleFixture.bundle(""));
        for (String member : MEMBERS) {
            assertFalse(bundle.text(member).contains("Not for the public"), member);
            assertFalse(bundle.text(member).contains("Thank you"), member);
        }
    }

    @Test
    void anAuditorChecksItWithNothingButAJdk() throws Exception {
        Path alone = Files.createTempDirectory(folder, "alone");
        Files.write(alone.resolve("bundle.zip"), BundleFixture.bundle("lang=zh"));
        Files.write(
                alone.resolve("Verify.java"),
                UnpackedBundle.read(BundleFixture.bundle("")).members().get("Verify.java"));
        String key = UnpackedBundle.read(BundleFixture.bundle("")).text("key.pub");
        Files.writeString(alone.resolve("pinned.pub"), key);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        CommandResult result = CommandResult.of(
                alone, Map.of(), List.of(java.toString(), "Verify.java", "bundle.zip", "--key", "pinned.pub"));
        assertEquals(0, result.exitStatus(), result.output());
        assertTrue(result.output().contains("TRUST: PINNED KEY"), result.output());
        assertTrue(result.output().contains("NOT PROVED"), result.output());
    }

    @Test
    void aPinnedKeyIsAFileOrTheKeyItself() throws IOException {
        byte[] bundle = BundleFixture.bundle("area=AI");
        String key = UnpackedBundle.read(bundle).text("key.pub").strip();
        assertTrue(checked(bundle, "--key", key).output().contains("PINNED KEY"));
        Path file = Files.writeString(folder.resolve("some.pub"), key);
        assertTrue(checked(bundle, "--key", file).output().contains("PINNED KEY"));
        VerifierResult other =
                checked(bundle, "--key", ForeignSigner.named("somebody").verifier());
        assertEquals(1, other.exitStatus(), other.output());
        assertTrue(other.output().contains("where: checkpoint"), other.output());
    }

    @Test
    void anOlderCheckpointShowsThatTheLogOnlyGrew() throws IOException {
        String old = checkpoint();
        Path kept = Files.writeString(folder.resolve("old-checkpoint"), old);
        String size = old.lines().toList().get(1);
        // The same size needs no proof.
        assertHolds(checked(BundleFixture.bundle("area=AI"), "--since", kept));
        UpdateFixture.of("ACJS-2024.I.1").on("2025-10-01").counted();
        VerifierResult without = checked(BundleFixture.bundle("area=AI"), "--since", kept);
        assertEquals(1, without.exitStatus());
        assertTrue(without.output().contains("since=" + size), without.output());
        byte[] bundle = BundleFixture.bundle("area=AI&since=" + size);
        VerifierResult grown = checked(bundle, "--since", kept);
        assertHolds(grown);
        assertTrue(grown.output().contains("only grew"), grown.output());
        assertHolds(checked(bundle));
        // Somebody else's idea of that log.
        ForeignSigner signer = ForeignSigner.named("somebody");
        Files.writeString(kept, signer.note(old.substring(0, old.indexOf("\n\n") + 1)));
        assertEquals(1, checked(bundle, "--since", kept).exitStatus());
    }

    @Test
    void anUnsignedBundleIsToldAloud() throws IOException {
        UnpackedBundle bundle = UnpackedBundle.read(BundleFixture.bundle("area=AI"));
        String checkpoint = bundle.text("checkpoint");
        UnpackedBundle unsigned = bundle.with("checkpoint", checkpoint.substring(0, checkpoint.indexOf("\n\n") + 1))
                .with("key.pub", "")
                .sealed(text -> text);
        VerifierResult verifierResult = checked(unsigned.packed());
        assertHolds(verifierResult);
        assertTrue(verifierResult.output().contains("NOBODY SIGNED"), verifierResult.output());
        assertEquals(
                1,
                checked(unsigned.packed(), "--key", bundle.text("key.pub").strip())
                        .exitStatus());
        // Signatures taken off in one place only.
        assertEquals(
                1,
                checked(bundle.with("key.pub", "").sealed(text -> text).packed())
                        .exitStatus());
    }

    @Test
    void whoAcceptsAZipGetsTheBundle() {
        given().accept("application/zip")
                .get("/api/v1/reports/status?area=AI")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .header("Content-Disposition", containsString(".zip"));
    }

    @Test
    void whatABundleCannotBeIsRefusedByName() {
        int size = BundleFixture.revision();
        for (String since : List.of("0", "-1", "x", "" + (size + 1_000))) {
            given().get("/api/v1/reports/status?format=bundle&since=" + since)
                    .then()
                    .statusCode(400)
                    .body("errors.parameter", hasItem("since"))
                    .body("errors[0].message", containsString("from 1 to "));
        }
        given().get("/api/v1/reports/status?format=csv&since=1")
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("format=bundle only"));
        given().get("/api/v1/reports/coverage?format=bundle")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("format"));
        given().accept("application/zip").get("/api/v1/reports/coverage").then().statusCode(406);
    }

    @Test
    void itIsUsedInOneWay() {
        for (String[] args : new String[][] {{}, {"a", "b"}, {"a", "--key"}, {"a", "--bogus", "b"}}) {
            VerifierResult verifierResult = CompiledVerifier.run((Object[]) args);
            assertEquals(2, verifierResult.exitStatus());
            assertTrue(verifierResult.output().contains("usage: java Verify.java"), verifierResult.output());
            assertTrue(verifierResult.output().contains("2 when it was not checked"), verifierResult.output());
        }
    }

    private static void assertNotChecked(VerifierResult verifierResult, Object file, String why) {
        assertEquals(2, verifierResult.exitStatus(), verifierResult.output());
        assertTrue(
                verifierResult.output().startsWith("NOT CHECKED. This says nothing about the bundle."),
                verifierResult.output());
        assertTrue(verifierResult.output().contains("  file:  " + file + "\n"), verifierResult.output());
        assertTrue(verifierResult.output().contains("  why:   " + why), verifierResult.output());
    }

    @Test
    void aFileThatCannotBeUsedIsNamedAndSaysNothingAboutTheBundle() throws IOException {
        Path none = folder.resolve("none");
        Path text = Files.writeString(folder.resolve("text"), "neither zip nor key nor checkpoint\n");
        Path empty = Files.writeString(folder.resolve("empty"), "");
        assertNotChecked(CompiledVerifier.run(none), none, "there is no such file");
        assertNotChecked(CompiledVerifier.run(folder), folder, "is a folder");
        assertNotChecked(CompiledVerifier.run(empty), empty, "is empty");
        assertNotChecked(CompiledVerifier.run(text), text, "is no zip");
        byte[] bundle = BundleFixture.bundle("area=AI");
        assertNotChecked(checked(bundle, "--key", none), none, "there is no such file");
        assertNotChecked(checked(bundle, "--key", folder), folder, "is a folder");
        assertNotChecked(checked(bundle, "--key", empty), empty, "holds no key");
        assertNotChecked(checked(bundle, "--key", text), text + " line 1", "must be a key");
        assertNotChecked(checked(bundle, "--since", none), none, "there is no such file");
        assertNotChecked(checked(bundle, "--since", folder), folder, "is a folder");
        assertNotChecked(checked(bundle, "--since", empty), empty, "is no checkpoint");
        assertNotChecked(checked(bundle, "--since", text), text, "is no checkpoint");
    }

    /** A good bundle is not blamed for a checkpoint that was taken for another, or altered where it was kept. */
    @Test
    void aCheckpointThatIsNoneOfThisLogIsNamedAndSaysNothingAboutTheBundle() throws IOException {
        byte[] bundle = BundleFixture.bundle("area=AI");
        String key = UnpackedBundle.read(bundle).text("key.pub").strip();
        String own = checkpoint();
        String text = own.substring(0, own.indexOf("\n\n") + 1);
        ForeignSigner somebody = ForeignSigner.named("somebody");
        Path kept = folder.resolve("kept");
        Files.writeString(kept, somebody.note("another.example/log\n" + text.substring(text.indexOf('\n') + 1)));
        assertNotChecked(checked(bundle, "--since", kept), kept, "is a checkpoint of the log another.example/log, and");
        Files.writeString(kept, text);
        assertNotChecked(checked(bundle, "--since", kept), kept, "is not signed");
        Files.writeString(kept, own.replaceFirst("\n\\d+\n", "\n1\n"));
        assertNotChecked(checked(bundle, "--since", kept), kept + " line 5", "the signature of");
        Files.writeString(kept, somebody.note(text));
        assertNotChecked(checked(bundle, "--key", key, "--since", kept), kept, "is signed by none of the keys");
    }

    @Test
    void anAlteredBundleIsRefusedHoweverLittleOfItIsLeft() throws IOException {
        byte[] bundle = BundleFixture.bundle("area=AI");
        for (byte[] left : List.of(
                Arrays.copyOf(bundle, 1),
                Arrays.copyOf(bundle, bundle.length / 2),
                Arrays.copyOfRange(bundle, 1, bundle.length))) {
            VerifierResult verifierResult = checked(left);
            assertEquals(1, verifierResult.exitStatus(), verifierResult.output());
            assertTrue(verifierResult.output().startsWith("REFUSED."), verifierResult.output());
        }
    }
}
