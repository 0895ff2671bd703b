package org.servanda.commitments;

/** What a count counts. */
public enum CountBy {
    /** Every commitment. */
    pledge,
    /** Commitments that are joined by same_promise once. */
    promise
}
