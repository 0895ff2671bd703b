package org.servanda.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What each transaction needs of its store, said at its beginning. Said once for a connection it would be lost where
 * another program keeps the connections of PostgreSQL (PgBouncer in transaction mode) and hands out a fresh one.
 *
 * <ul>
 *   <li>A reader sees one snapshot of the whole register, from its first query to its last.
 *   <li>The store gives up a statement before whoever asked is told that it takes too long: so it never works on for nobody.
 *   <li>A transaction of which nothing more is heard, because its node is frozen or lost, is ended by the store.
 * </ul>
 */
@ApplicationScoped
class TransactionSettings implements AgroalPoolInterceptor {

    /** How long to wait for a lock that another transaction has. */
    static final Duration LOCK = Duration.ofSeconds(10);

    /** Half of what others wait for what a writer holds: so they go on when its node is frozen. It never thinks for as long. */
    private static final Duration SILENT_WRITER = Duration.ofSeconds(5);

    /** The seeds of a node that starts on a busy machine. */
    private static final Duration SILENT_STARTER = Duration.ofMinutes(1);

    /** Nobody waits for what a reader holds, and one who sends a report waits for somebody who takes it. */
    private static final Duration SILENT_READER = Duration.ofMinutes(5);

    private final String settings;

    TransactionSettings(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url, DatabaseConfig config) {
        settings = new DatabaseAddress(url).embedded() ? ofH2(config) : ofPostgresql(config);
    }

    /** Its isolation level belongs to the connection, which is the program's own. */
    private static String ofH2(DatabaseConfig config) {
        return "set query_timeout " + config.statement().toMillis();
    }

    private static String ofPostgresql(DatabaseConfig config) {
        String isolation = "set transaction isolation level repeatable read";
        return config.patient()
                ? isolation
                : isolation + "; set local statement_timeout = "
                        + config.statement().toMillis() + "; set local lock_timeout = " + LOCK.toMillis() + "; "
                        + silent(SILENT_READER);
    }

    /**
     * For the transaction of a writer, in PostgreSQL's words; before its first query.
     *
     * @param starting whether the program does not serve yet
     */
    static String ofWriter(DatabaseConfig config, boolean starting) {
        String isolation = "set transaction isolation level read committed";
        return config.patient() ? isolation : isolation + "; " + silent(starting ? SILENT_STARTER : SILENT_WRITER);
    }

    private static String silent(Duration limit) {
        return "set local idle_in_transaction_session_timeout = " + limit.toMillis();
    }

    /** Called once in each transaction, which has begun by then; outside of one there is nothing to set. */
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
