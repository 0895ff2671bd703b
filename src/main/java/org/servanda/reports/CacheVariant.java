package org.servanda.reports;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.CallerContext;

/** Tells callers apart to whom the same address shows something else. */
@ApplicationScoped
public class CacheVariant {

    private final CallerContext callerContext;

    CacheVariant(CallerContext callerContext) {
        this.callerContext = callerContext;
    }

    /** One word for all who see the same; empty for those who see what everyone may. */
    public String word() {
        return switch (callerContext.scope()) {
            case none, published -> "";
            case own -> "own " + callerContext.caller().party();
            case all -> "all";
        };
    }
}
