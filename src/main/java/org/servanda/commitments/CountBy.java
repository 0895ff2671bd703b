package org.servanda.commitments;

/** What a count counts. */
enum CountBy {
    /** Every commitment. */
    pledge,
    /** Commitments that are joined by same_promise once. */
    promise
}
