package org.servanda.time;

/** The precision of a date; a date of precision "year" is the first day of that year. */
public enum DatePrecision {
    day,
    month,
    quarter,
    year
}
