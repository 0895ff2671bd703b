package org.servanda.start;

/**
 * Why the program does not start, in words for whoever starts it: what is in the way, and how to go on. It is told as it
 * stands and has no stack trace: whoever reads it changes a setting, a file or a server, not the program.
 */
public class StartRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefusal(String message) {
        this(message, null);
    }

    public StartRefusal(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}
