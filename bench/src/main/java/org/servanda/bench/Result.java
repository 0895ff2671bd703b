package org.servanda.bench;

/**
 * How fast one shape was answered from a register of one size.
 *
 * @param bytes of one answer, on average
 */
record Result(long commitments, Shape shape, long bytes, Load service, Load bare) {

    /** The share of what this machine can do with the same bytes; comparable between machines. */
    double ratio() {
        return service.perSecond() / bare.perSecond();
    }
}
