package org.servanda.bench;

/**
 * How fast progress was reported by many clients at once, beside pgbench with the same writes.
 *
 * @param counts kept counts that the service wrote for one report, on average; pgbench wrote as many
 */
record Writing(long commitments, long counts, Load service, Load pgbench) {

    double ratio() {
        return service.perSecond() / pgbench.perSecond();
    }

    /** How much longer than most the slowest wait. */
    double tail() {
        return service.p99() / service.p50();
    }
}
