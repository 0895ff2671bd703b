package org.servanda.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;

/** What the store did to a request, as far as the client has to act on it. */
enum StoreTrouble {
    /** Nothing was kept; a restart of PostgreSQL takes about as long as the client is told to wait. */
    AWAY(Reason.UNAVAILABLE, 5, "The store does not answer; ask again."),
    /** Nothing was kept; another writer was in the way. */
    BUSY(Reason.UNAVAILABLE, 1, "Another change was in the way; ask again."),
    /** The connection broke while the change was being kept. */
    OUTCOME_UNKNOWN(
            Reason.OUTCOME_UNKNOWN,
            5,
            "The connection to the store broke while the change was being kept. Send the very same request again, with"
                    + " the same Idempotency-Key where it had one.");

    /** Lock timeouts and lost races: 55P03, 40001 and 40P01 of PostgreSQL, HYT00 and 40001 of H2. */
    private static final Set<String> RACES = Set.of("55P03", "40001", "40P01", "HYT00");

    /** A connection that breaks, and a server that is shut down: after a commit was sent, nobody knows. */
    private static final Set<String> BREAKS = Set.of("08006", "08007", "57P01");

    /** The pool says it in words only, and in others when all connections are in use than when none can be made. */
    private static final Pattern NO_CONNECTION = Pattern.compile("acquisition timeout", Pattern.CASE_INSENSITIVE);

    private final Reason reason;
    private final int retryAfter;
    private final String detail;

    StoreTrouble(Reason reason, int retryAfter, String detail) {
        this.reason = reason;
        this.retryAfter = retryAfter;
        this.detail = detail;
    }

    Refusal refusal() {
        return new Refusal(reason, detail).retryAfter(retryAfter);
    }

    /** The trouble behind a failure; empty when the store has nothing to do with it. */
    static Optional<StoreTrouble> behind(Throwable failure, boolean writing) {
        Set<Throwable> all = unfold(failure);
        boolean committing = all.stream().anyMatch(StoreTrouble::ofCommit);
        Optional<StoreTrouble> found = Optional.empty();
        for (Throwable one : all) {
            if (!(one instanceof SQLException sql)) continue;
            String state = String.valueOf(sql.getSQLState());
            if (writing && committing && BREAKS.contains(state)) return Optional.of(OUTCOME_UNKNOWN);
            if (away(sql, state)) found = Optional.of(AWAY);
            else if (RACES.contains(state) && found.isEmpty()) found = Optional.of(BUSY);
        }
        return found;
    }

    /** The transaction manager hides what the database said at commit among causes and suppressed exceptions. */
    private static Set<Throwable> unfold(Throwable failure) {
        Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        while (!open.isEmpty()) {
            Throwable one = open.remove();
            if (!all.add(one)) continue;
            if (one.getCause() != null) open.add(one.getCause());
            open.addAll(Arrays.asList(one.getSuppressed()));
            if (one instanceof SQLException sql && sql.getNextException() != null) open.add(sql.getNextException());
        }
        return all;
    }

    private static boolean ofCommit(Throwable one) {
        return one instanceof RollbackException
                || one instanceof HeuristicMixedException
                || one instanceof HeuristicRollbackException
                || one instanceof SystemException;
    }

    /** SQLSTATE class 08 is "connection exception", 57P is "operator intervention" (shutdown, crash). */
    private static boolean away(SQLException e, String state) {
        return e instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("57P")
                || NO_CONNECTION.matcher(String.valueOf(e.getMessage())).find();
    }
}
