package org.servanda.instruments;

/** The completeness of a text version: how much of the document it contains. */
public enum Completeness {
    complete,
    truncated,
    quotes_only
}
