package org.servanda.bench;

/** The benchmark cannot go on, or what it measures is not right; the message says what it met. */
final class Broken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Broken(String message) {
        super(message);
    }

    Broken(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
