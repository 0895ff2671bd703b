package org.servanda.instruments;

/** Whether the text itself states a date. */
public enum DateBasis {
    stated_in_text,
    external
}
