package org.servanda.time;

/** How exactly a date is known; a date of precision "year" is its first day. */
public enum DatePrecision {
    day,
    month,
    quarter,
    year
}
