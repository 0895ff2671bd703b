package org.servanda.verify;

import java.time.LocalDate;
import java.util.List;

/** The instrument in which a commitment is written: the day of its adoption, and in how many days an update is due. */
record Instrument(LocalDate adopted, long reportingIntervalDays) {

    private static final int USUAL_INTERVAL_DAYS = 90;

    /** The instrument as the last event about it says. */
    static Instrument lastOf(List<CommitmentEvent> events) {
        List<CommitmentEvent> recorded = CommitmentEvent.ofKind(CommitmentEvent.INSTRUMENT, events);
        JsonObject last = recorded.get(recorded.size() - 1).body();
        Long interval = last.numberOr("reportingIntervalDays");
        return new Instrument(last.object("adopted").day("date"), interval == null ? USUAL_INTERVAL_DAYS : interval);
    }
}
