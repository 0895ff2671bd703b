package org.servanda.commitments;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where a commitment stands. */
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

    /** How far each is, from the least (rule 4.6); what was given up counts only when all did. */
    public static final Comparator<Status> FURTHER =
            Comparator.comparing(List.of(
                    superseded,
                    cancelled,
                    suspended,
                    declared,
                    exploring,
                    preparing,
                    in_progress,
                    operational,
                    completed)::indexOf);

    /** Whether it will not be done any more. */
    public boolean givenUp() {
        return this == cancelled || this == superseded;
    }

    /** Whether anything is still to be done. */
    public boolean open() {
        return this != completed && this != cancelled && this != superseded;
    }

    /** Whether work is being done or the result is running. */
    public boolean underWay() {
        return this == in_progress || this == operational;
    }

    /** The statuses that a report may move it to (rule 2.8). */
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

    /** Whatever is open can be held up or given up. */
    private Set<Status> with(Status first, Status... more) {
        Set<Status> next = EnumSet.of(first, more);
        next.addAll(EnumSet.of(suspended, cancelled, superseded));
        next.remove(this);
        return next;
    }

    /**
     * Whether a report may say {@code next} where this was said before; to say the same again is no move.
     *
     * @param mayReopen whether the report may take up again what was closed (rule 2.9)
     */
    public boolean canBecome(Status next, boolean mayReopen) {
        return next == this || next().contains(next) || mayReopen && reopens(next);
    }

    /** Whether saying {@code next} takes up again what was closed. */
    public boolean reopens(Status next) {
        return !open() && next == in_progress;
    }
}
