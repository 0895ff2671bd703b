package org.servanda.commitments;

/** The strength of the obligation, by the governing verb of the text. */
public enum Obligation {
    undertake,
    cooperate,
    promote,
    encourage,
    explore
}
