package org.servanda.instruments;

/** The basis of a date: whether the text itself states it. */
public enum DateBasis {
    stated_in_text,
    external
}
