package org.servanda.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;

import jakarta.transaction.RollbackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a client is told when the store fails under its request. */
class DatabaseFailureTest {

    private static RuntimeException atCommit(String state) {
        // As the transaction manager has it: what the database said is suppressed, two levels down.
        RollbackException commit = new RollbackException("rolled back");
        commit.addSuppressed(new RuntimeException(new SQLException("gone", state)));
        return new RuntimeException(commit);
    }

    @ParameterizedTest
    @CsvSource({"08006", "08007", "57P01", "57P02", "40003", "58030", "90098"})
    void aConnectionThatBreaksWhileAChangeIsKeptLeavesItsOutcomeOpen(String state) {
        assertEquals(Optional.of(DatabaseFailure.OUTCOME_UNKNOWN), DatabaseFailure.find(atCommit(state), true));
        assertNotEquals(Optional.of(DatabaseFailure.OUTCOME_UNKNOWN), DatabaseFailure.find(atCommit(state), false));
    }

    @ParameterizedTest
    @CsvSource({
        "08006, AWAY",
        "08001, AWAY",
        "57P01, AWAY",
        "57P02, AWAY",
        "57P03, AWAY",
        "57P05, AWAY",
        "25P03, AWAY",
        "53000, AWAY",
        "53200, AWAY",
        "53300, AWAY",
        "53400, AWAY",
        "28000, AWAY",
        "28P01, AWAY",
        "3D000, AWAY",
        "58000, AWAY",
        "58030, AWAY",
        "42501, AWAY",
        "26000, AWAY",
        "42P05, AWAY",
        "90098, AWAY",
        "90067, AWAY",
        "55P03, BUSY",
        "40001, BUSY",
        "40P01, BUSY",
        "HYT00, BUSY",
        "90131, BUSY",
        "57014, TOO_LONG",
        "25P04, TOO_LONG",
        "53100, FULL",
        "90100, FULL",
        "25006, READ_ONLY",
        "90097, READ_ONLY"
    })
    void aStatementThatFailsHasChangedNothing(String state, DatabaseFailure trouble) {
        RuntimeException failure = new RuntimeException(new SQLException("gone", state));
        assertEquals(Optional.of(trouble), DatabaseFailure.find(failure, true));
        assertEquals(Optional.of(trouble), DatabaseFailure.find(failure, false));
    }

    @ParameterizedTest
    @EnumSource
    void eachIsAnswered503AndTellsWhenToComeAgain(DatabaseFailure trouble) {
        assertEquals(503, trouble.problem().type().status());
        assertTrue(trouble.problem().headers().containsKey("Retry-After"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "/data/files/a: Disk quota exceeded"})
    void aFullDiskIsKnownByWhatTheSystemSays(String message) {
        // As H2 has it, and as one of a file that was uploaded.
        Exception full = new IOException(message);
        RuntimeException ofStore = new RuntimeException(new SQLException("general error", "HY000", full));
        assertEquals(Optional.of(DatabaseFailure.FULL), DatabaseFailure.find(ofStore, true));
        assertEquals(
                Optional.of(DatabaseFailure.FULL),
                DatabaseFailure.find(new UncheckedIOException((IOException) full), true));
        assertEquals(Optional.empty(), DatabaseFailure.find(new UncheckedIOException(new IOException("reset")), true));
    }

    @Test
    void ofSeveralTheOneIsToldThatSaysMost() {
        SQLException closed = new SQLException("closed", "90098");
        closed.setNextException(new SQLException("no room", "53100"));
        assertEquals(Optional.of(DatabaseFailure.FULL), DatabaseFailure.find(closed, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sorry, acquisition timeout!", "Acquisition timeout while waiting for new connection"})
    void withoutAConnectionNothingWasDone(String message) {
        RuntimeException failure = new RuntimeException(new SQLException(message));
        assertEquals(Optional.of(DatabaseFailure.AWAY), DatabaseFailure.find(failure, true));
    }

    @Test
    void whatIsWrongWithTheStatementIsNoTroubleOfTheStore() {
        assertEquals(Optional.empty(), DatabaseFailure.find(new SQLException("duplicate key", "23505"), true));
        assertEquals(Optional.empty(), DatabaseFailure.find(new IllegalStateException(), true));
        assertEquals(Optional.empty(), DatabaseFailure.find(new RollbackException("timeout"), true));
    }
}
