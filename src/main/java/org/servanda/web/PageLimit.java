package org.servanda.web;

import java.util.List;

import org.servanda.web.Problem.Fault;

/** Reads the parameter limit: how many items a page holds. */
public final class PageLimit {

    public static final int DEFAULT = 50;
    public static final int MAX = 200;

    private PageLimit() {}

    /** @param text the parameter's value; null when it was left out */
    public static int read(String text, List<Fault> faults) {
        if (text == null) return DEFAULT;
        // Nine digits cannot overflow an int.
        int limit = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MAX) faults.add(Fault.parameter("limit", "must be a whole number from 1 to " + MAX));
        return limit;
    }
}
