package org.servanda.start;

/**
 * The reason why the program does not start, in words for the person who starts it: what is wrong, and how to go on.
 * The message is printed without a stack trace, since that person changes a setting, a file or a server, not the
 * program.
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
