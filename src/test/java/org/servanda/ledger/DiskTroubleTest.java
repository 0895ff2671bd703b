package org.servanda.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

import org.servanda.testing.HttpTest;
import org.servanda.testing.Postgres;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** H2 keeps a change but cannot force it to the disk: then nobody is told that it is kept. */
@HttpTest
class DiskTroubleTest {

    private static final String OTHER = "another_admin";

    @Inject
    Database store;

    @Inject
    @Readiness
    DatabaseHealthCheck soundness;

    @Inject
    DataSource source;

    /** Linux would let the next attempt succeed, though the bytes are lost. */
    @Test
    void afterADiskHasFailedNothingIsKeptUntilTheProgramWasStartedAgain() throws IOException {
        UpdateFixture update = UpdateFixture.of("ACJS-2024.I.1");
        String key = UUID.randomUUID().toString();
        String secretariat = TestKeys.secretariat();
        Path file = Files.createTempFile("disk", null);
        try (FileChannel broken = FileChannel.open(file)) {
            DurableFile disk = DurableFile.named("a disk");
            assertThrows(IOException.class, () -> disk.force(new FailingChannel(broken), true));
            for (int attempt = 0; attempt < 2; attempt++)
                update.by(secretariat, key)
                        .then()
                        .statusCode(503)
                        .body("code", is("unavailable"))
                        .header("Retry-After", notNullValue())
                        .header("Location", nullValue());
            given().get("/api/v1/commitments/ACJS-2024.I.1").then().statusCode(200);
            assertEquals(HealthCheckResponse.Status.DOWN, soundness.call().getStatus());
            assertFalse(store.checkpoint());
        } finally {
            DurableFile.forgetFailures();
            Files.delete(file);
        }
        assertEquals(HealthCheckResponse.Status.UP, soundness.call().getStatus());
        update.by(secretariat, key).then().statusCode(201).header("Idempotency-Replayed", nullValue());
    }

    @Test
    void whatCannotBeForcedToTheDiskIsNotAcknowledged() throws SQLException {
        if (Postgres.wanted()) {
            // PostgreSQL answers a commit after it was forced, or not at all.
            assertFalse(store.embedded());
            return;
        }
        UpdateFixture update = UpdateFixture.of("ACJS-2024.III.2");
        String key = UUID.randomUUID().toString();
        String secretariat = TestKeys.secretariat();
        try (Connection own = source.getConnection();
                Statement statement = own.createStatement()) {
            String url = own.getMetaData().getURL();
            String name = own.getMetaData().getUserName();
            statement.execute("create user " + OTHER + " password 'x' admin");
            try (Connection other = DriverManager.getConnection(url, OTHER, "x");
                    Statement granting = other.createStatement()) {
                // Whoever is no admin may write, but makes no checkpoint.
                granting.execute("grant all on schema public to " + name);
                granting.execute("alter user " + name + " admin false");
                try {
                    update.by(secretariat, key)
                            .then()
                            .statusCode(503)
                            .body("code", is("outcome-unknown"))
                            .header("Retry-After", notNullValue())
                            .header("Location", nullValue());
                    // It is there, and still not forced.
                    update.by(secretariat, key).then().statusCode(503);
                } finally {
                    granting.execute("alter user " + name + " admin true");
                }
            }
        }
        update.by(secretariat, key)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", is("true"))
                .body("id", is("ACJS-2024.III.2-U1"));
    }
}
