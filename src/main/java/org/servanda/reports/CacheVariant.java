package org.servanda.reports;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.CallerContext;

/** A word for what the caller may see. It is part of the entity tag, since one address shows callers different rows. */
@ApplicationScoped
public class CacheVariant {

    private final CallerContext callerContext;

    CacheVariant(CallerContext callerContext) {
        this.callerContext = callerContext;
    }

    /** The same word for all callers that see the same; empty for callers that see only what is public. */
    public String word() {
        return switch (callerContext.scope()) {
            case none, published -> "";
            case own -> "own " + callerContext.caller().party();
            case all -> "all";
        };
    }
}
