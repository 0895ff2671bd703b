package org.servanda.web;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;

/**
 * A failure of the database, as far as the client has to act on it. When several apply, the first constant says most.
 */
enum DatabaseFailure {
    /** Nothing was stored; reading goes on. An operator has to free disk space first. */
    FULL(ProblemType.UNAVAILABLE, 30, "A disk of the register is full, so nothing can be kept; try again later."),
    /**
     * Nothing was stored; reading goes on. The database is a standby that has not taken over, or was made read-only.
     */
    READ_ONLY(ProblemType.UNAVAILABLE, 30, "The store takes no changes at present; try again later."),
    /** Nothing was stored; the database has cancelled the statement because of its time limit. */
    TOO_LONG(
            ProblemType.UNAVAILABLE,
            5,
            "The store has worked on this for as long as it may and has given up. Ask for less at a time: fewer words, a"
                    + " narrower filter."),
    /** Nothing was stored; a restart of PostgreSQL takes about as long as Retry-After says. */
    AWAY(ProblemType.UNAVAILABLE, 5, "The store does not answer; ask again."),
    /** Nothing was stored; another writer was in the way. */
    BUSY(ProblemType.UNAVAILABLE, 1, "Another change was in the way; ask again."),
    /** The connection broke during the commit, so the outcome is unknown. */
    OUTCOME_UNKNOWN(
            ProblemType.OUTCOME_UNKNOWN,
            5,
            "The connection to the store broke while the change was being kept. Send the very same request again, with"
                    + " the same Idempotency-Key where it had one.");

    /**
     * The pool reports this by message only; the message differs when all connections are in use and when none can be
     * made.
     */
    private static final Pattern NO_CONNECTION = Pattern.compile("acquisition timeout", Pattern.CASE_INSENSITIVE);

    /** The message of Linux for a full disk or an exhausted quota; Java has no exception type for it. */
    private static final Pattern DISK_FULL = Pattern.compile("No space left on device|Disk quota exceeded");

    private final ProblemType problemType;
    private final int retryAfter;
    private final String detail;

    DatabaseFailure(ProblemType problemType, int retryAfter, String detail) {
        this.problemType = problemType;
        this.retryAfter = retryAfter;
        this.detail = detail;
    }

    ProblemException problem() {
        return new ProblemException(problemType, detail).retryAfter(retryAfter);
    }

    /** Finds the database failure among the causes of an exception; empty when the database is not involved. */
    static Optional<DatabaseFailure> find(Throwable failure, boolean writing) {
        Set<Throwable> causes = causes(failure);
        boolean committing = causes.stream().anyMatch(DatabaseFailure::isCommitFailure);
        Optional<DatabaseFailure> mostTelling = causes.stream()
                .map(DatabaseFailure::of)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        boolean broken = causes.stream().anyMatch(DatabaseFailure::breaksCommit);
        return writing && committing && broken ? Optional.of(OUTCOME_UNKNOWN) : mostTelling;
    }

    private static Optional<DatabaseFailure> of(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof IOException && DISK_FULL.matcher(message).find()) return Optional.of(FULL);
        if (!(cause instanceof SQLException sql)) return Optional.empty();
        if (sql instanceof SQLTransientConnectionException
                || NO_CONNECTION.matcher(message).find()) return Optional.of(AWAY);
        return ofState(String.valueOf(sql.getSQLState()));
    }

    /** The failure of a SQLSTATE. H2 has codes of its own where the standard has no state. */
    private static Optional<DatabaseFailure> ofState(String state) {
        return Optional.ofNullable(
                switch (state) {
                    // Disk full: the standard's state, H2's own state.
                    case "53100", "90100" -> FULL;
                    // A transaction, or an H2 file, that is read-only.
                    case "25006", "90097" -> READ_ONLY;
                    // The statement was cancelled, by its time limit or by hand; the whole transaction was.
                    case "57014", "25P04" -> TOO_LONG;
                    // Timeout of a lock: PostgreSQL, H2; concurrent change of the same row: H2.
                    case "55P03", "HYT00", "90131" -> BUSY;
                    // The session timed out in its transaction; the database was removed; no right to its tables.
                    case "25P03", "3D000", "42501" -> AWAY;
                    // A pooler has handed out a connection without the statements that were prepared on it.
                    case "26000", "42P05" -> AWAY;
                    // H2: the file is closed, closing, cannot be read or written.
                    case "90098", "90121", "90028", "90031", "90030", "90067" -> AWAY;
                    default -> ofClass(state);
                });
    }

    /** The failure of a class of SQLSTATE: its first two characters, in the standard and in PostgreSQL. */
    private static DatabaseFailure ofClass(String state) {
        if (state.startsWith("40")) return BUSY;
        // PostgreSQL is shutting down or has crashed.
        if (state.startsWith("57P")) return AWAY;
        return switch (state.substring(0, Math.min(2, state.length()))) {
            // No connection, too few connections or too little memory, a password that is no longer valid, a broken
            // disk.
            case "08", "53", "28", "58" -> AWAY;
            default -> null;
        };
    }

    /** Whether a cause can break a commit in the middle: the connection, a database that shuts down, the disk. */
    private static boolean breaksCommit(Throwable cause) {
        if (cause instanceof IOException) return true;
        if (!(cause instanceof SQLException sql)) return false;
        String state = String.valueOf(sql.getSQLState());
        return Set.of("08006", "08007", "40003").contains(state)
                || state.startsWith("57P")
                || state.startsWith("58")
                || state.startsWith("90");
    }

    /** Whether a full disk is among the causes of an exception. */
    static boolean isFullDisk(Throwable failure) {
        return causes(failure).stream().map(DatabaseFailure::of).anyMatch(kind -> kind.equals(Optional.of(FULL)));
    }

    /**
     * All causes and suppressed exceptions: the transaction manager hides there what the database reported at commit.
     */
    private static Set<Throwable> causes(Throwable failure) {
        Set<Throwable> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> pending = new ArrayDeque<>();
        pending.add(failure);
        while (!pending.isEmpty()) {
            Throwable cause = pending.remove();
            if (!found.add(cause)) continue;
            if (cause.getCause() != null) pending.add(cause.getCause());
            pending.addAll(Arrays.asList(cause.getSuppressed()));
            if (cause instanceof SQLException sql && sql.getNextException() != null)
                pending.add(sql.getNextException());
        }
        return found;
    }

    private static boolean isCommitFailure(Throwable cause) {
        return cause instanceof RollbackException
                || cause instanceof HeuristicMixedException
                || cause instanceof HeuristicRollbackException
                || cause instanceof SystemException;
    }
}
