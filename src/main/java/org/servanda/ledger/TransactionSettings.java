package org.servanda.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Settings of each transaction, made at its beginning. Settings of a connection would be lost where a pooler keeps the
 * connections of PostgreSQL (PgBouncer in transaction mode) and hands out a different one.
 *
 * <ul>
 *   <li>A reader sees one snapshot of the whole register, from its first query to its last.
 *   <li>The database cancels a statement before its client is told that it takes too long: so it never works for
 *       nobody.
 *   <li>The database ends a transaction that is silent, because its node is frozen or lost.
 * </ul>
 */
@ApplicationScoped
class TransactionSettings implements AgroalPoolInterceptor {

    /** How long to wait for a lock of another transaction. */
    static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);

    /**
     * Limit of silence of a writer: half of the time that others wait for its lock, so that they go on when its node is
     * frozen. No writer computes for as long as that.
     */
    private static final Duration IDLE_WRITER = Duration.ofSeconds(5);

    /** Limit of silence while the seeds are applied, on a busy machine. */
    private static final Duration IDLE_STARTUP = Duration.ofMinutes(1);

    /** Limit of silence of a reader: nobody waits for its locks, and a report may be sent to a slow client. */
    private static final Duration IDLE_READER = Duration.ofMinutes(5);

    private final String settings;

    TransactionSettings(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url, DatabaseConfig config) {
        settings = new DatabaseAddress(url).embedded() ? forH2(config) : forPostgresql(config);
    }

    /** The settings of H2. The isolation level belongs to the connection, which only this program uses. */
    private static String forH2(DatabaseConfig config) {
        return "set query_timeout " + config.statementTimeout().toMillis();
    }

    private static String forPostgresql(DatabaseConfig config) {
        String isolation = "set transaction isolation level repeatable read";
        return config.waitsForever()
                ? isolation
                : isolation + "; set local statement_timeout = "
                        + config.statementTimeout().toMillis() + "; set local lock_timeout = " + LOCK_TIMEOUT.toMillis()
                        + "; "
                        + idleTimeout(IDLE_READER);
    }

    /**
     * The SQL for the transaction of a writer on PostgreSQL; executed before its first query.
     *
     * @param starting whether the program is still starting
     */
    static String forWriter(DatabaseConfig config, boolean starting) {
        String isolation = "set transaction isolation level read committed";
        return config.waitsForever()
                ? isolation
                : isolation + "; " + idleTimeout(starting ? IDLE_STARTUP : IDLE_WRITER);
    }

    private static String idleTimeout(Duration limit) {
        return "set local idle_in_transaction_session_timeout = " + limit.toMillis();
    }

    /**
     * Applies the settings. Called once in each transaction, after it has begun; outside a transaction there is nothing
     * to set.
     */
    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            if (connection.getAutoCommit()) return;
            try (Statement statement = connection.createStatement()) {
                statement.execute(settings);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a transaction could not begin", e);
        }
    }
}
