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

/** What the store did to a request, as far as the client has to act on it; of several, the first says most. */
enum DatabaseFailure {
    /** Nothing was kept; reading goes on. Somebody has to make room first. */
    FULL(ProblemType.UNAVAILABLE, 30, "A disk of the register is full, so nothing can be kept; try again later."),
    /** Nothing was kept; reading goes on. A standby that has not taken over, or one that somebody made read-only. */
    READ_ONLY(ProblemType.UNAVAILABLE, 30, "The store takes no changes at present; try again later."),
    /** Nothing was kept; the store has given the statement up. */
    TOO_LONG(
            ProblemType.UNAVAILABLE,
            5,
            "The store has worked on this for as long as it may and has given up. Ask for less at a time: fewer words, a"
                    + " narrower filter."),
    /** Nothing was kept; a restart of PostgreSQL takes about as long as the client is told to wait. */
    AWAY(ProblemType.UNAVAILABLE, 5, "The store does not answer; ask again."),
    /** Nothing was kept; another writer was in the way. */
    BUSY(ProblemType.UNAVAILABLE, 1, "Another change was in the way; ask again."),
    /** The connection broke while the change was being kept. */
    OUTCOME_UNKNOWN(
            ProblemType.OUTCOME_UNKNOWN,
            5,
            "The connection to the store broke while the change was being kept. Send the very same request again, with"
                    + " the same Idempotency-Key where it had one.");

    /** The pool says it in words only, and in others when all connections are in use than when none can be made. */
    private static final Pattern NO_CONNECTION = Pattern.compile("acquisition timeout", Pattern.CASE_INSENSITIVE);

    /** What Linux says of a disk, or of one's share of it, that is full; Java has no type for it. */
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

    /** The trouble behind a failure; empty when the store has nothing to do with it. */
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

    /** What PostgreSQL and H2 call it; H2 has a number of its own for what the standard has no state for. */
    private static Optional<DatabaseFailure> ofState(String state) {
        return Optional.ofNullable(
                switch (state) {
                    // Disk full; H2's own word for it.
                    case "53100", "90100" -> FULL;
                    // A transaction, or an H2 file, that is read-only.
                    case "25006", "90097" -> READ_ONLY;
                    // Cancelled, by a limit of time or by hand; the same of the whole transaction.
                    case "57014", "25P04" -> TOO_LONG;
                    // Waited too long for a lock: PostgreSQL, H2; another changed it at the same time: H2.
                    case "55P03", "HYT00", "90131" -> BUSY;
                    // Ended because nothing more was heard of it; no such database any more; no right to its tables.
                    case "25P03", "3D000", "42501" -> AWAY;
                    // A pooler that hands out connections without the statements that were prepared on them.
                    case "26000", "42P05" -> AWAY;
                    // H2: the file is closed, closing, cannot be read or written.
                    case "90098", "90121", "90028", "90031", "90030", "90067" -> AWAY;
                    default -> ofClass(state);
                });
    }

    /** The first two characters are the class of the standard and of PostgreSQL. */
    private static DatabaseFailure ofClass(String state) {
        if (state.startsWith("40")) return BUSY;
        // Shutdown or crash.
        if (state.startsWith("57P")) return AWAY;
        return switch (state.substring(0, Math.min(2, state.length()))) {
            // A connection, too few of them or too little memory, a password that does not count any more, a broken
            // disk.
            case "08", "53", "28", "58" -> AWAY;
            default -> null;
        };
    }

    /** What may end a commit in the middle: the connection, a server that is shut down, the disk. */
    private static boolean breaksCommit(Throwable cause) {
        if (cause instanceof IOException) return true;
        if (!(cause instanceof SQLException sql)) return false;
        String state = String.valueOf(sql.getSQLState());
        return Set.of("08006", "08007", "40003").contains(state)
                || state.startsWith("57P")
                || state.startsWith("58")
                || state.startsWith("90");
    }

    /** Whether a failure comes from a disk that is full, whatever else is to be said of it. */
    static boolean isFullDisk(Throwable failure) {
        return causes(failure).stream().map(DatabaseFailure::of).anyMatch(kind -> kind.equals(Optional.of(FULL)));
    }

    /** The transaction manager hides what the database said at commit among causes and suppressed exceptions. */
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
