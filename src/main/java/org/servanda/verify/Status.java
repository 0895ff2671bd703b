package org.servanda.verify;

/** The status of a commitment or of a party. States again {@code org.servanda.commitments.Status} in the register's program. */
enum Status {
    declared,
    exploring,
    preparing,
    in_progress,
    operational,
    completed,
    suspended,
    cancelled,
    superseded;

    static Status of(JsonObject body) {
        String word = body.text("status");
        for (Status status : values()) if (status.name().equals(word)) return status;
        throw new RefusedException(body.place() + " status", "is no status: " + word);
    }

    /** How far it is, from the least (rule 4.6). */
    int rank() {
        return switch (this) {
            case superseded -> 0;
            case cancelled -> 1;
            case suspended -> 2;
            case declared -> 3;
            case exploring -> 4;
            case preparing -> 5;
            case in_progress -> 6;
            case operational -> 7;
            case completed -> 8;
        };
    }

    /** Whether anything is still to be done. */
    boolean open() {
        return switch (this) {
            case declared, exploring, preparing, in_progress, operational, suspended -> true;
            case completed, cancelled, superseded -> false;
        };
    }

    /** Whether it will not be done any more. */
    boolean givenUp() {
        return this == cancelled || this == superseded;
    }

    /** Whether work is being done, or the result is running. */
    boolean underWay() {
        return this == in_progress || this == operational;
    }
}
