package org.servanda.commitments;

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

    /** Whether anything is still to be done. */
    public boolean open() {
        return this != completed && this != cancelled && this != superseded;
    }

    /** Whether work is being done or the result is running. */
    public boolean underWay() {
        return this == in_progress || this == operational;
    }
}
