package org.servanda.commitments;

/** The unit of a count. */
public enum CountBy {
    /** Every commitment. */
    pledge,
    /** Commitments that links of the type same_promise join count once. */
    promise
}
