package org.servanda.verify;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The duty to report on a commitment: whether anyone did, and by which day the next update is due. */
final class ReportingDuty {

    private final Instrument instrument;
    private final StatusTimeline statuses;

    ReportingDuty(Instrument instrument, StatusTimeline statuses) {
        this.instrument = instrument;
        this.statuses = statuses;
    }

    /** Whether anybody reported for whom the whole waits. */
    boolean reported(LocalDate day) {
        return isOfEachParty(day)
                ? statuses.ofParties(day).stream().anyMatch(statement -> !statement.byText())
                : !latest(day).byText();
    }

    /** The day by which an update on the whole is due. */
    LocalDate due(LocalDate day) {
        if (!isOfEachParty(day)) return due(latest(day));
        List<StatusStatement> all = statuses.ofParties(day);
        // Rule 8.4: by those whose part is open; when none is, nothing is owed, and the first of all stands there.
        List<StatusStatement> open =
                all.stream().filter(statement -> statement.status().open()).toList();
        return (open.isEmpty() ? all : open)
                .stream().map(this::due).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** The day by which the update after this statement is due. */
    LocalDate due(StatusStatement last) {
        // Rule 8.5: the first update is due one interval after the adoption.
        return (last.byText() ? instrument.adopted() : last.on()).plusDays(instrument.reportingIntervalDays());
    }

    private boolean isOfEachParty(LocalDate day) {
        return statuses.rollsUp(day) && statuses.rollUp(day) == RollUp.all;
    }

    /** The last statement that made the whole fresh, where that is not for each party to do; the text when there is none. */
    private StatusStatement latest(LocalDate day) {
        String leader = statuses.leader(day);
        // Rule 8.3: by who leads now, and about the whole. Rule 8.4: under any by anybody.
        boolean byAnybody = statuses.rollsUp(day) || leader == null;
        StatusStatement latest = statuses.statedInText();
        for (UncorrectedUpdate update : statuses.updatesBy(day))
            if (byAnybody || statuses.isAboutTheWhole(update) || leader.equals(update.speaker()))
                latest = update.statement();
        return latest;
    }
}
