package org.servanda.commitments;

import java.time.LocalDate;
import java.util.List;

/**
 * Where the whole or one party stands by the reports on it, at the end of a day.
 *
 * @param since the day from which the status holds
 * @param percent null while there is none
 * @param percentOn the day of the report that said the percent, null while there is none
 * @param by the report that says so, null while it is the text
 */
record ReportedStanding(Status status, LocalDate since, Integer percent, LocalDate percentOn, CountingReport by) {

    /** What the text says. */
    static ReportedStanding stated(Promise promise) {
        return new ReportedStanding(promise.status(), promise.statusBasis().effectiveOn(), null, null, null);
    }

    /**
     * After the reports of one more day.
     *
     * @param former null for a party that has not said anything before: it stands there since this day (rule 5.2)
     * @param ofDay those of one day, in the order of their recording; the last decides how the day ends (rule 2.12)
     */
    static ReportedStanding after(ReportedStanding former, List<CountingReport> ofDay) {
        if (ofDay.isEmpty()) return former;
        CountingReport last = ofDay.get(ofDay.size() - 1);
        boolean goesOn = former != null && former.status() == last.status();
        ReportedStanding next = new ReportedStanding(
                last.status(),
                goesOn ? former.since() : last.on(),
                goesOn ? former.percent() : null,
                goesOn ? former.percentOn() : null,
                last);
        return ofDay.stream()
                .filter(each -> each.status() == last.status() && each.report().saysPercent())
                .reduce((earlier, later) -> later)
                .map(next::withPercent)
                .orElse(next);
    }

    /** Rules 5.4 to 5.6. */
    private ReportedStanding withPercent(CountingReport said) {
        Integer its = said.report().percent();
        return new ReportedStanding(status, since, its, its == null ? null : said.on(), by);
    }

    boolean byText() {
        return by == null;
    }

    /** Rule 6.1. */
    Assurance assurance() {
        if (by == null) return Assurance.stated_in_text;
        return by.report().evidenced() ? Assurance.evidenced : Assurance.self_reported;
    }

    /** Rule 5.7. */
    String successor() {
        return by == null ? null : by.report().successor();
    }
}
