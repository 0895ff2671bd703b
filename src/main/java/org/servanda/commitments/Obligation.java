package org.servanda.commitments;

/** How strongly the governing verb binds. */
public enum Obligation {
    undertake,
    cooperate,
    promote,
    encourage,
    explore
}
