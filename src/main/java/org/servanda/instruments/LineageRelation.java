package org.servanda.instruments;

/** How an instrument refers to another one. */
public enum LineageRelation {
    cites,
    elaborates,
    succeeds,
    adopted_with,
    reports_on,
    announces
}
