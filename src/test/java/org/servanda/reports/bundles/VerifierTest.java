package org.servanda.reports.bundles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.servanda.testing.CompiledVerifier;
import org.servanda.testing.HttpTest;
import org.servanda.text.Sha256;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The program that judges a bundle can be had from elsewhere than that bundle, and compared. */
@HttpTest
class VerifierTest {

    private static final String VERIFIER = "/api/v1/verifier";

    private static byte[] source() throws IOException {
        return Files.readAllBytes(CompiledVerifier.SOURCE);
    }

    @Test
    void itIsTheFileJoinedFromTheSourcesAndInEveryBundleWithItsDigest() throws IOException {
        Response answer = given().get(VERIFIER);
        answer.then()
                .statusCode(200)
                .header("Content-Type", is("text/plain;charset=UTF-8"))
                .header("Content-Disposition", is("attachment; filename=\"Verify.java\""));
        assertArrayEquals(source(), answer.asByteArray());
        String digest = Base64.getEncoder().encodeToString(Sha256.sha256(source()));
        assertEquals("sha-256=:" + digest + ":", answer.header("Repr-Digest"));
        UnpackedBundle bundle = UnpackedBundle.read(BundleFixture.bundle("instrument=CNS-2025"));
        assertArrayEquals(answer.asByteArray(), bundle.members().get("Verify.java"));
    }

    @Test
    void itIsSentOnceToWhoeverKeepsItsTag() {
        String tag = given().get(VERIFIER).header("ETag");
        assertTrue(tag.matches("\"[0-9a-f]{32}\""), tag);
        given().header("If-None-Match", tag)
                .get(VERIFIER)
                .then()
                .statusCode(304)
                .header("ETag", is(tag));
        given().head(VERIFIER).then().statusCode(200).header("ETag", is(tag));
    }

    @Test
    void readmeAndBundleSayWhereElseToGetIt() throws IOException {
        String inTheBundle =
                UnpackedBundle.read(BundleFixture.bundle("instrument=CNS-2025")).text("README.txt");
        for (String page : new String[] {inTheBundle, Files.readString(Path.of("README.md"))}) {
            assertTrue(page.contains("/verifier"), page);
            assertTrue(page.contains("Repr-Digest") || page.contains("sha256sum"), page);
        }
    }
}
