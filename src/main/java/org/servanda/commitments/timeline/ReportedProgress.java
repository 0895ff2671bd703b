package org.servanda.commitments.timeline;

import java.time.LocalDate;
import java.util.List;

import org.servanda.commitments.Assurance;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Status;

/**
 * Where the whole or one party stands by the reports on it, at the end of a day.
 * Stated a second time, independently, in {@code org.servanda.verify.Percent}.
 *
 * @param since the day from which the status holds
 * @param percent null while there is none
 * @param percentOn the day of the report that said the percent, null while there is none
 * @param by the report that says so, null while it is the text
 */
record ReportedProgress(
        Status status, LocalDate since, Integer percent, LocalDate percentOn, UncorrectedUpdate decidingUpdate) {

    /** What the text says. */
    static ReportedProgress stated(CommitmentText commitmentText) {
        return new ReportedProgress(
                commitmentText.status(), commitmentText.statusBasis().effectiveOn(), null, null, null);
    }

    /**
     * After the reports of one more day.
     *
     * @param former null for a party that has not said anything before: it stands there since this day (rule 5.2)
     * @param ofDay those of one day, in the order of their recording; the last decides how the day ends (rule 2.12)
     */
    static ReportedProgress after(ReportedProgress former, List<UncorrectedUpdate> ofDay) {
        if (ofDay.isEmpty()) return former;
        UncorrectedUpdate last = ofDay.get(ofDay.size() - 1);
        boolean goesOn = former != null && former.status() == last.status();
        ReportedProgress next = new ReportedProgress(
                last.status(),
                goesOn ? former.since() : last.effectiveOn(),
                goesOn ? former.percent() : null,
                goesOn ? former.percentOn() : null,
                last);
        return ofDay.stream()
                .filter(each -> each.status() == last.status() && each.update().statesPercent())
                .reduce((earlier, later) -> later)
                .map(next::withPercent)
                .orElse(next);
    }

    /** Rules 5.4 to 5.6. */
    private ReportedProgress withPercent(UncorrectedUpdate said) {
        Integer its = said.update().percent();
        return new ReportedProgress(status, since, its, its == null ? null : said.effectiveOn(), decidingUpdate);
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
