package org.servanda.commitments;

import org.servanda.text.PrintedAs;

/** The confidence of the reader of a text. */
@PrintedAs("confidence")
public enum Confidence {
    high,
    medium,
    low
}
