package org.servanda.start;

/**
 * The program is about to open its store, which makes one where there is none. Whoever can tell without the store that the
 * program will not start observes this and throws a {@link StartRefusal}: then nothing has been made yet. Hibernate is not
 * there yet, so no bean that observes this takes an {@code EntityManager}.
 */
public record BeforeDatabase() {

    /** First of all, whether this is the program that the settings are for. */
    public static final int SETTINGS = 50;

    /** Then what somebody else may have: ports. */
    public static final int PORTS = 100;

    /** Last, once all others had nothing to say: the store itself. */
    public static final int STORE = 10_000;
}
