package org.servanda.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A real PostgreSQL with its default settings, whose files are gone when it is closed. */
final class Store implements AutoCloseable {

    static final String USER = "postgres";

    private final EmbeddedPostgres server;

    private Store(EmbeddedPostgres server) {
        this.server = server;
    }

    static Store start(Path folder) {
        Redirect log = Redirect.appendTo(folder.resolve("postgresql.log").toFile());
        try {
            return new Store(EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.resolve("postgresql").toFile())
                    .setDataDirectory(folder.resolve("data"))
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    // PostgreSQL's own defaults; the library, made for tests, has others.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .start());
        } catch (IOException e) {
            throw new Broken("PostgreSQL does not start", e);
        }
    }

    int port() {
        return server.getPort();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + USER;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, USER);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new Broken("PostgreSQL does not stop", e);
        }
    }
}
