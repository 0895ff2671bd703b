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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A real server that ends a connection before it answers the commit. */
@HttpTest
class BrokenCommitTest {

    @Inject
    EntityManager entities;

    @Inject
    DataSource source;

    @Test
    void aConnectionThatIsCutBeforeTheCommitIsAnsweredLeavesTheOutcomeOpen() {
        assumeTrue(Postgres.wanted(), "H2 runs in this process and has no connection to cut");
        Exception failure = assertThrows(
                Exception.class, () -> QuarkusTransaction.requiringNew().run(() -> {
                    Object pid = entities.createNativeQuery("select pg_backend_pid()")
                            .getSingleResult();
                    QuarkusTransaction.suspendingExisting().run(() -> cut(pid));
                }));
        assertEquals(Optional.of(StoreTrouble.OUTCOME_UNKNOWN), StoreTrouble.behind(failure, true));
        assertEquals(Optional.of(StoreTrouble.AWAY), StoreTrouble.behind(failure, false));
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
