package org.servanda.instruments;

/** What sort of document an instrument is. */
public enum InstrumentKind {
    joint_statement,
    chair_statement,
    initiative,
    press_report
}
