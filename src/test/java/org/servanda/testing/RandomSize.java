package org.servanda.testing;

/**
 * How much random tests make up. The usual size takes seconds and finds the faults of {@code src/test/planted}, as
 * {@code bench/planted-faults.sh} shows; {@code -Dservanda.random=long} takes minutes, for who has changed a rule of the
 * register.
 */
public final class RandomSize {

    private static final boolean LONG = "long".equals(System.getProperty("servanda.random"));

    private RandomSize() {}

    public static int of(int usual, int thorough) {
        return LONG ? thorough : usual;
    }
}
