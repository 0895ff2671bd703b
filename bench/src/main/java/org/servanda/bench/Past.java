package org.servanda.bench;

/**
 * How long one question took at coordinates that lie back, beside the same question about now.
 *
 * @param wanted whether a figure is wanted of it, or it is only told
 * @param now milliseconds, the median
 * @param past milliseconds, the median
 * @param coldNow milliseconds of the first answer of a service that has just started
 * @param coldPast the same at the coordinates
 */
record Past(String name, long commitments, boolean wanted, double now, double past, double coldNow, double coldPast) {

    double ratio() {
        return past / now;
    }
}
