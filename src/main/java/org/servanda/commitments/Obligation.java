package org.servanda.commitments;

import org.servanda.text.PrintedAs;

/** The strength of the obligation, by the governing verb of the text. */
@PrintedAs("obligation")
public enum Obligation {
    undertake,
    cooperate,
    promote,
    encourage,
    explore
}
