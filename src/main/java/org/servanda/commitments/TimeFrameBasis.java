package org.servanda.commitments;

/** Who set a time frame: the text itself, or a decision since. */
public enum TimeFrameBasis {
    stated,
    assigned
}
