package org.servanda.instruments;

/** The relation of an instrument to another one that it refers to. */
public enum LineageRelation {
    cites,
    elaborates,
    succeeds,
    adopted_with,
    reports_on,
    announces
}
