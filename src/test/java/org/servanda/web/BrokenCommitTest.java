package org.servanda.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

import org.servanda.testing.HttpTest;
import org.servanda.testing.Postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A real server that ends a connection before it answers the commit. */
@HttpTest
class BrokenCommitTest {

    @Inject
    EntityManager entities;

    @Inject
    DataSource source;

    @Test
    void aConnectionThatIsCutBeforeTheCommitIsAnsweredLeavesTheOutcomeOpen() throws SQLException {
        if (!Postgres.wanted()) {
            // Nothing to cut: the store is a part of this process, as this shows.
            try (Connection connection = source.getConnection()) {
                assertTrue(connection.getMetaData().getURL().startsWith("jdbc:h2:mem:"));
            }
            return;
        }
        Exception failure = assertThrows(
                Exception.class, () -> QuarkusTransaction.requiringNew().run(() -> {
                    Object pid = entities.createNativeQuery("select pg_backend_pid()")
                            .getSingleResult();
                    QuarkusTransaction.suspendingExisting().run(() -> cut(pid));
                }));
        assertEquals(Optional.of(DatabaseFailure.OUTCOME_UNKNOWN), DatabaseFailure.find(failure, true));
        assertEquals(Optional.of(DatabaseFailure.AWAY), DatabaseFailure.find(failure, false));
    }

    private void cut(Object pid) {
        try (Connection other = source.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_terminate_backend(" + pid + ")");
            statement.execute("select pg_sleep(0.2)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
