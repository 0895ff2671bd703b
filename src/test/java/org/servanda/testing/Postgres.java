package org.servanda.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A real PostgreSQL from Maven Central for the run on profile "pg"; on H2 it does nothing. */
public class Postgres implements QuarkusTestResourceLifecycleManager {

    private EmbeddedPostgres server;

    /** Whether this run of the suite is on PostgreSQL. */
    public static boolean wanted() {
        return System.getProperty("quarkus.test.profile", "test").contains("pg");
    }

    /** A server with the settings of durability, which the embedded build switches off for speed; the service refuses to start without them. */
    public static EmbeddedPostgres.Builder durable() {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on");
    }

    @Override
    public Map<String, String> start() {
        if (!wanted()) return Map.of();
        try {
            server = durable().start();
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL does not start", e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", server.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres");
    }

    @Override
    public void stop() {
        if (server == null) return;
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL does not stop", e);
        }
    }
}
