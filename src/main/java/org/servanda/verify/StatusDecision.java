package org.servanda.verify;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What decides the status of the whole on a day. States again the roll-up of {@code
 * org.servanda.commitments.timeline.ProgressCalculator} in the register's program.
 *
 * @param statements of the parties that decide, or the one that speaks for the whole
 */
record StatusDecision(Status status, Assurance assurance, List<StatusStatement> statements) {

    static StatusDecision of(StatusStatement whole) {
        return new StatusDecision(whole.status(), whole.assurance(), List.of(whole));
    }

    /** @param parties where each party bound stands */
    static StatusDecision rollUp(List<StatusStatement> parties, RollUp rule) {
        Status status = status(parties.stream().map(StatusStatement::status).toList(), rule);
        // Rule 4.8: those decide who stand where the whole stands; the weakest of them, or the strongest.
        List<StatusStatement> deciding = parties.stream()
                .filter(statement -> statement.status() == status)
                .toList();
        List<Assurance> assurances =
                deciding.stream().map(StatusStatement::assurance).toList();
        return new StatusDecision(status, outermost(assurances, Comparator.naturalOrder(), rule), deciding);
    }

    private static Status status(List<Status> statuses, RollUp rule) {
        // Rule 4.6: a party that gave it up counts only when all did.
        List<Status> counting =
                statuses.stream().filter(status -> !status.givenUp()).toList();
        if (!counting.isEmpty()) return outermost(counting, Comparator.comparing(Status::rank), rule);
        // Rule 4.7
        return statuses.stream().allMatch(Status.superseded::equals) ? Status.superseded : Status.cancelled;
    }

    /** The last by the order under the rule {@code any}, else the first. */
    private static <T> T outermost(List<T> values, Comparator<T> order, RollUp rule) {
        return values.stream()
                .max(rule == RollUp.any ? order : order.reversed())
                .orElseThrow();
    }

    /** Ids of the updates that decide, and which reading of the text does. */
    Set<String> ids() {
        return statements.stream().map(StatusStatement::id).collect(Collectors.toSet());
    }

    boolean byText() {
        // Rule 5.9: no update decides the whole.
        return statements.stream().allMatch(StatusStatement::byText);
    }

    /** Null where there is none. */
    String successor() {
        // Rule 5.7: only while it is superseded; and only where those who decide agree.
        if (status != Status.superseded) return null;
        Set<String> successors = new HashSet<>();
        for (StatusStatement statement : statements) successors.add(statement.successor());
        return successors.size() == 1 ? successors.iterator().next() : null;
    }
}
