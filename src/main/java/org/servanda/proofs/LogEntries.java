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

/** Reads stretches of the log as its caller may see them. */
@ApplicationScoped
class LogEntries {

    /** In one answer. */
    static final int MOST = 1_000;

    /** Characters of leaves after which an answer ends; most entries are small, but one may hold a whole text. */
    private static final int ENOUGH = 8_000_000;

    private static final int AT_ONCE = 50;

    private final ReadPoints readPoints;
    private final Entries entries;
    private final CallerContext callerContext;

    LogEntries(ReadPoints readPoints, Entries entries, CallerContext callerContext) {
        this.readPoints = readPoints;
        this.entries = entries;
        this.callerContext = callerContext;
    }

    /** As much of a stretch as fits. */
    List<LogEntryView> read(String from, String to) {
        long size = readPoints.now().revision();
        List<Fault> faults = new ArrayList<>();
        long first = NumberParameters.read("from", from, 1, size, faults);
        long last = NumberParameters.read("to", to, first, size, faults);
        if (last - first >= MOST)
            faults.add(Fault.parameter(
                    "to", "is too far: at most " + MOST + " entries at once, so up to " + (first + MOST - 1)));
        if (!faults.isEmpty()) throw ProblemException.parameters(faults);
        boolean everything = callerContext.scope() == Scope.all;
        List<LogEntryView> read = new ArrayList<>();
        long characters = 0;
        for (long next = first; next <= last && characters < ENOUGH; next += AT_ONCE) {
            for (HashedEntry hashed : entries.hashed(next, Math.min(next + AT_ONCE - 1, last))) {
                LogEntryView view = LogEntryView.of(hashed, everything);
                characters += view.leaf() == null ? 0 : view.leaf().length();
                read.add(view);
                if (characters >= ENOUGH) break;
            }
        }
        return read;
    }
}
