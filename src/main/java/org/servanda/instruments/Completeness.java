package org.servanda.instruments;

/** How much of a text version the register holds. */
public enum Completeness {
    complete,
    truncated,
    quotes_only
}
