package org.servanda.commitments;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;

import org.servanda.text.PrintedAs;

/**
 * Where a commitment stands. Stated a second time, independently, in {@code org.servanda.verify.Status}.
 */
@PrintedAs("status")
public enum Status {
    declared,
    exploring,
    preparing,
    in_progress,
    operational,
    completed,
    suspended,
    cancelled,
    superseded;

    /**
     * From the least to the most advanced, for roll-ups over parties (rule 4.6). Statuses that were given up sort first: they
     * count only when every party has one.
     */
    public static final Comparator<Status> BY_ADVANCEMENT = Comparator.comparingInt(Status::advancement);

    /** No default branch here or below: a new status does not compile before its place in each rule is decided. */
    private int advancement() {
        return switch (this) {
            case superseded -> 0;
            case cancelled -> 1;
            case suspended -> 2;
            case declared -> 3;
            case exploring -> 4;
            case preparing -> 5;
            case in_progress -> 6;
            case operational -> 7;
            case completed -> 8;
        };
    }

    private enum Phase {
        before_work,
        at_work,
        suspended,
        completed,
        given_up
    }

    private Phase phase() {
        return switch (this) {
            case declared, exploring, preparing -> Phase.before_work;
            case in_progress, operational -> Phase.at_work;
            case suspended -> Phase.suspended;
            case completed -> Phase.completed;
            case cancelled, superseded -> Phase.given_up;
        };
    }

    /** Whether the commitment will not be carried out any more. */
    public boolean givenUp() {
        return phase() == Phase.given_up;
    }

    /** Whether anything is still to be done. */
    public boolean open() {
        return switch (phase()) {
            case before_work, at_work, suspended -> true;
            case completed, given_up -> false;
        };
    }

    /** Whether work is being done or the result is running. */
    public boolean underWay() {
        return phase() == Phase.at_work;
    }

    /** The statuses to which an update may move the commitment (rule 2.8). */
    public Set<Status> next() {
        return switch (this) {
            case declared -> with(exploring, preparing, in_progress, operational, completed);
            case exploring -> with(preparing, in_progress);
            case preparing -> with(in_progress, operational, completed);
            case in_progress -> with(operational, completed);
            case operational -> with(completed);
            case suspended -> with(declared, exploring, preparing, in_progress, operational);
            case completed, cancelled, superseded -> EnumSet.noneOf(Status.class);
        };
    }

    /** An open commitment can always be suspended or given up. */
    private Set<Status> with(Status first, Status... more) {
        Set<Status> next = EnumSet.of(first, more);
        next.addAll(EnumSet.of(suspended, cancelled, superseded));
        next.remove(this);
        return next;
    }

    /**
     * Whether an update with status {@code next} may follow this status. The same status again is no transition.
     *
     * @param mayReopen whether the update may reopen a closed commitment (rule 2.9)
     */
    public boolean canBecome(Status next, boolean mayReopen) {
        return next == this || next().contains(next) || mayReopen && reopens(next);
    }

    /** Whether {@code next} reopens a closed commitment. */
    public boolean reopens(Status next) {
        return !open() && next == in_progress;
    }
}
