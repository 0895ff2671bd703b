package org.servanda.commitments.timeline;

import java.time.LocalDate;
import java.util.List;

import org.servanda.commitments.Assurance;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Status;

/**
 * The progress of the whole or of one party at the end of a day, by its updates alone.
 * Stated a second time, independently, in {@code org.servanda.verify.Percent}.
 *
 * @param since the day from which the status holds
 * @param percent 0 to 100, null while there is none
 * @param percentOn effective date of the update that stated the percent, null while there is none
 * @param decidingUpdate the update that states the status, null while the text does
 */
record ReportedProgress(
        Status status, LocalDate since, Integer percent, LocalDate percentOn, UncorrectedUpdate decidingUpdate) {

    /** The progress that the text states. */
    static ReportedProgress stated(CommitmentText commitmentText) {
        return new ReportedProgress(
                commitmentText.status(), commitmentText.statusBasis().effectiveOn(), null, null, null);
    }

    /**
     * The progress after the updates of one more day.
     *
     * @param previous null for a party without earlier updates: its status holds since this day (rule 5.2)
     * @param updatesOfDay in recorded order; the last one decides how the day ends (rule 2.12)
     */
    static ReportedProgress after(ReportedProgress previous, List<UncorrectedUpdate> updatesOfDay) {
        if (updatesOfDay.isEmpty()) return previous;
        UncorrectedUpdate last = updatesOfDay.get(updatesOfDay.size() - 1);
        boolean sameStatus = previous != null && previous.status() == last.status();
        ReportedProgress next = new ReportedProgress(
                last.status(),
                sameStatus ? previous.since() : last.effectiveOn(),
                sameStatus ? previous.percent() : null,
                sameStatus ? previous.percentOn() : null,
                last);
        return updatesOfDay.stream()
                .filter(update ->
                        update.status() == last.status() && update.update().statesPercent())
                .reduce((earlier, later) -> later)
                .map(next::withPercentOf)
                .orElse(next);
    }

    /** Rules 5.4 to 5.6. */
    private ReportedProgress withPercentOf(UncorrectedUpdate update) {
        Integer stated = update.update().percent();
        LocalDate statedOn = stated == null ? null : update.effectiveOn();
        return new ReportedProgress(status, since, stated, statedOn, decidingUpdate);
    }

    boolean decidedByText() {
        return decidingUpdate == null;
    }

    /** Rule 6.1. */
    Assurance assurance() {
        if (decidingUpdate == null) return Assurance.stated_in_text;
        return decidingUpdate.update().hasEvidence() ? Assurance.evidenced : Assurance.self_reported;
    }

    /** Rule 5.7. */
    String successor() {
        return decidingUpdate == null ? null : decidingUpdate.update().successor();
    }
}
