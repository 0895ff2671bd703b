package org.servanda.commitments;

/** The confidence of the reader of a text. */
public enum Confidence {
    high,
    medium,
    low
}
