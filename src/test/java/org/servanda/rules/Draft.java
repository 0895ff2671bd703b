package org.servanda.rules;

import java.time.LocalDate;

import org.servanda.rules.Fact.Percent;
import org.servanda.rules.Fact.Reported;

/** A report that is being written: {@code Draft.by("contributor/TH/k2", "U1").on("2026-03-31").about("TH")}. */
record Draft(Reported report) {

    static final String SECRETARIAT = "secretariat/k1";

    static String focalPoint(String party) {
        return "contributor/" + party + "/k2";
    }

    /** In progress on the first day of 2026, about the whole, with nothing else. */
    static Draft by(String actor, String id) {
        return new Draft(new Reported(
                id, LocalDate.of(2026, 1, 1), "in_progress", Percent.ABSENT, null, null, null, false, 0, actor));
    }

    static Draft bySecretariat(String id) {
        return by(SECRETARIAT, id);
    }

    static Draft byFocalPoint(String party, String id) {
        return by(focalPoint(party), id);
    }

    Draft on(String day) {
        return on(LocalDate.parse(day));
    }

    Draft on(LocalDate day) {
        return with(day, report.status(), report.percent(), report.party(), report.corrects());
    }

    Draft status(String status) {
        return with(report.day(), status, report.percent(), report.party(), report.corrects());
    }

    Draft percent(int percent) {
        return percent(Percent.of(percent));
    }

    Draft percent(Percent percent) {
        return with(report.day(), report.status(), percent, report.party(), report.corrects());
    }

    Draft about(String party) {
        return with(report.day(), report.status(), report.percent(), party, report.corrects());
    }

    Draft correcting(String id) {
        return with(report.day(), report.status(), report.percent(), report.party(), id)
                .because();
    }

    Draft because() {
        return backing(true, report.evidence(), report.successor());
    }

    Draft withoutReason() {
        return backing(false, report.evidence(), report.successor());
    }

    Draft backed(int items) {
        return backing(report.reasoned(), items, report.successor());
    }

    Draft backed() {
        return backed(1);
    }

    Draft succeededBy(String successor) {
        return backing(report.reasoned(), report.evidence(), successor);
    }

    Draft named(String id) {
        return new Draft(new Reported(
                id,
                report.day(),
                report.status(),
                report.percent(),
                report.party(),
                report.corrects(),
                report.successor(),
                report.reasoned(),
                report.evidence(),
                report.submittedBy()));
    }

    private Draft with(LocalDate day, String status, Percent percent, String party, String corrects) {
        return new Draft(new Reported(
                report.id(),
                day,
                status,
                percent,
                party,
                corrects,
                report.successor(),
                report.reasoned(),
                report.evidence(),
                report.submittedBy()));
    }

    private Draft backing(boolean reasoned, int evidence, String successor) {
        return new Draft(new Reported(
                report.id(),
                report.day(),
                report.status(),
                report.percent(),
                report.party(),
                report.corrects(),
                successor,
                reasoned,
                evidence,
                report.submittedBy()));
    }
}
