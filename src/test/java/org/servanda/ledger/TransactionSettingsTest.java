package org.servanda.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.servanda.testing.HttpTest;
import org.servanda.testing.Postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Each transaction has what it needs, on whatever connection it is. */
@HttpTest
class TransactionSettingsTest {

    @Inject
    DataSource source;

    @Inject
    EntityManager entities;

    @Inject
    WriterLock turns;

    /** As a pooler does that hands out another connection of the database for each transaction. */
    @BeforeEach
    void takeFromTheSessionsWhatWasSetForThem() throws SQLException {
        if (!Postgres.wanted()) return;
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("reset all");
        }
    }

    private String shown(String setting) {
        String query = Postgres.wanted()
                ? "select current_setting('" + setting + "')"
                : "select setting_value from information_schema.settings where setting_name = '" + setting + "'";
        return (String) entities.createNativeQuery(query, String.class).getSingleResult();
    }

    private void assertSet(String setting, String value) {
        assertEquals(value, QuarkusTransaction.requiringNew().call(() -> shown(setting)), setting);
    }

    @Test
    void aStatementIsGivenUpBeforeWhoeverAskedIs() {
        if (Postgres.wanted()) assertSet("statement_timeout", "18s");
        else assertSet("QUERY_TIMEOUT", "18000");
    }

    @Test
    void aReaderSeesOneSnapshotAndHoldsItForMinutesAtMost() {
        if (!Postgres.wanted()) {
            String level = "select isolation_level from information_schema.sessions where session_id = session_id()";
            assertEquals("SNAPSHOT", QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                            level, String.class)
                    .getSingleResult()));
            return;
        }
        assertSet("transaction_isolation", "repeatable read");
        assertSet("lock_timeout", "10s");
        assertSet("idle_in_transaction_session_timeout", "5min");
    }

    @Test
    void aWriterOfWhomNothingIsHeardIsEndedBeforeOthersGiveUpWaiting() {
        if (!Postgres.wanted()) return;
        QuarkusTransaction.requiringNew().run(() -> {
            turns.acquire();
            assertEquals("read committed", shown("transaction_isolation"));
            assertEquals("5s", shown("idle_in_transaction_session_timeout"));
            assertEquals("10s", shown("lock_timeout"));
        });
    }

    @Test
    void nothingOfItIsLeftBehindForWhoeverHasTheConnectionNext() throws SQLException {
        if (!Postgres.wanted()) return;
        QuarkusTransaction.requiringNew().run(turns::acquire);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('transaction_isolation'),"
                        + " current_setting('statement_timeout'), current_setting('lock_timeout'),"
                        + " current_setting('idle_in_transaction_session_timeout')")) {
            row.next();
            assertEquals("read committed", row.getString(1));
            for (int column = 2; column <= 4; column++) assertEquals("0", row.getString(column));
        }
    }
}
