package org.servanda.proofs;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.CallerContext;
import org.servanda.access.Scope;
import org.servanda.ledger.Entries;
import org.servanda.ledger.HashedEntry;
import org.servanda.ledger.ReadPoints;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;

/** Reads ranges of log entries, with their texts as far as the caller may see them. */
@ApplicationScoped
class LogEntries {

    /** Entries in one response at most. */
    static final int MAX_ENTRIES = 1_000;

    /**
     * Number of characters of leaf texts after which a response ends; most entries are small, but one may contain a
     * whole text.
     */
    private static final int MAX_CHARACTERS = 8_000_000;

    private static final int BATCH = 50;

    private final ReadPoints readPoints;
    private final Entries entries;
    private final CallerContext callerContext;

    LogEntries(ReadPoints readPoints, Entries entries, CallerContext callerContext) {
        this.readPoints = readPoints;
        this.entries = entries;
        this.callerContext = callerContext;
    }

    /** The entries of a range, as many as fit. */
    List<LogEntryView> read(String from, String to) {
        long size = readPoints.now().revision();
        List<Fault> faults = new ArrayList<>();
        long first = NumberParameters.read("from", from, 1, size, faults);
        long last = NumberParameters.read("to", to, first, size, faults);
        if (last - first >= MAX_ENTRIES)
            faults.add(Fault.parameter(
                    "to",
                    "is too far: at most " + MAX_ENTRIES + " entries at once, so up to " + (first + MAX_ENTRIES - 1)));
        if (!faults.isEmpty()) throw ProblemException.parameters(faults);
        boolean everything = callerContext.scope() == Scope.all;
        List<LogEntryView> read = new ArrayList<>();
        long characters = 0;
        for (long next = first; next <= last && characters < MAX_CHARACTERS; next += BATCH) {
            for (HashedEntry hashed : entries.hashed(next, Math.min(next + BATCH - 1, last))) {
                LogEntryView view = LogEntryView.of(hashed, everything);
                characters += view.leaf() == null ? 0 : view.leaf().length();
                read.add(view);
                if (characters >= MAX_CHARACTERS) break;
            }
        }
        return read;
    }
}
