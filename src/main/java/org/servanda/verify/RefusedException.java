package org.servanda.verify;

/** The refusal of a bundle: the place where something does not hold, and what was expected there. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String place;

    RefusedException(String place, String why) {
        super(why);
        this.place = place;
    }

    /** File, line, entry, row or column. */
    String place() {
        return place;
    }
}
