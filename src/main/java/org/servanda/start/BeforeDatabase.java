package org.servanda.start;

/**
 * Event before the database is opened, which creates one where there is none. A class that can tell without the
 * database that the program cannot start observes this event and throws a {@link StartRefusal}: nothing has been
 * created by then. Hibernate has not started yet, so no bean that observes this event may have an {@code
 * EntityManager}.
 */
public record BeforeDatabase() {

    /** Priority of the first check: whether the settings are for this program. */
    public static final int SETTINGS = 50;

    /** Priority of the check of ports, which another program may have. */
    public static final int PORTS = 100;

    /** Priority of the last observer, which opens the database. */
    public static final int STORE = 10_000;
}
