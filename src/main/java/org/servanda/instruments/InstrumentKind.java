package org.servanda.instruments;

/** The kind of an instrument. */
public enum InstrumentKind {
    joint_statement,
    chair_statement,
    initiative,
    press_report
}
