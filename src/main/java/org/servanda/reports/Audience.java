package org.servanda.reports;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.Access;

/** Tells callers apart to whom the same address shows something else. */
@ApplicationScoped
class Audience {

    private final Access access;

    Audience(Access access) {
        this.access = access;
    }

    /** One word for all who see the same; empty for those who see what everyone may. */
    String word() {
        return switch (access.scope()) {
            case none, published -> "";
            case own -> "own " + access.caller().party();
            case all -> "all";
        };
    }
}
