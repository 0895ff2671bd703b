package org.servanda.commitments;

/** How sure the reader of the text was. */
public enum Confidence {
    high,
    medium,
    low
}
