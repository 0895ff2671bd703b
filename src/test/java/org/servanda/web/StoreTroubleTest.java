package org.servanda.web;

import java.sql.SQLException;
import java.util.Optional;

import jakarta.transaction.RollbackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What a client is told when the store fails under its request. */
class StoreTroubleTest {

    private static RuntimeException atCommit(String state) {
        // As the transaction manager has it: what the database said is suppressed, two levels down.
        RollbackException commit = new RollbackException("rolled back");
        commit.addSuppressed(new RuntimeException(new SQLException("gone", state)));
        return new RuntimeException(commit);
    }

    @ParameterizedTest
    @CsvSource({"08006", "08007", "57P01"})
    void aConnectionThatBreaksWhileAChangeIsKeptLeavesItsOutcomeOpen(String state) {
        assertEquals(Optional.of(StoreTrouble.OUTCOME_UNKNOWN), StoreTrouble.behind(atCommit(state), true));
        assertEquals(Optional.of(StoreTrouble.AWAY), StoreTrouble.behind(atCommit(state), false));
    }

    @ParameterizedTest
    @CsvSource({"08006, AWAY", "08001, AWAY", "57P01, AWAY", "55P03, BUSY", "40001, BUSY", "40P01, BUSY", "HYT00, BUSY"
    })
    void aStatementThatFailsHasChangedNothing(String state, StoreTrouble trouble) {
        RuntimeException failure = new RuntimeException(new SQLException("gone", state));
        assertEquals(Optional.of(trouble), StoreTrouble.behind(failure, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sorry, acquisition timeout!", "Acquisition timeout while waiting for new connection"})
    void withoutAConnectionNothingWasDone(String message) {
        RuntimeException failure = new RuntimeException(new SQLException(message));
        assertEquals(Optional.of(StoreTrouble.AWAY), StoreTrouble.behind(failure, true));
    }

    @Test
    void whatIsWrongWithTheStatementIsNoTroubleOfTheStore() {
        assertEquals(Optional.empty(), StoreTrouble.behind(new SQLException("duplicate key", "23505"), true));
        assertEquals(Optional.empty(), StoreTrouble.behind(new IllegalStateException(), true));
        assertEquals(Optional.empty(), StoreTrouble.behind(new RollbackException("timeout"), true));
    }
}
