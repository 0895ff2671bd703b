package org.servanda.rules;

import java.time.LocalDate;

import org.servanda.rules.Fact.Percent;
import org.servanda.rules.Fact.Reported;

/** An update that is being written: {@code DraftUpdate.by("contributor/TH/k2", "U1").on("2026-03-31").about("TH")}. */
record DraftUpdate(Reported report) {

    static final String SECRETARIAT = "secretariat/k1";

    static String focalPoint(String party) {
        return "contributor/" + party + "/k2";
    }

    /** In progress on the first day of 2026, about the whole, with nothing else. */
    static DraftUpdate by(String actor, String id) {
        return new DraftUpdate(new Reported(
                id, LocalDate.of(2026, 1, 1), "in_progress", Percent.ABSENT, null, null, null, false, 0, actor));
    }

    static DraftUpdate bySecretariat(String id) {
        return by(SECRETARIAT, id);
    }

    static DraftUpdate byFocalPoint(String party, String id) {
        return by(focalPoint(party), id);
    }

    DraftUpdate on(String day) {
        return on(LocalDate.parse(day));
    }

    DraftUpdate on(LocalDate day) {
        return with(day, report.status(), report.percent(), report.party(), report.corrects());
    }

    DraftUpdate status(String status) {
        return with(report.day(), status, report.percent(), report.party(), report.corrects());
    }

    DraftUpdate percent(int percent) {
        return percent(Percent.of(percent));
    }

    DraftUpdate percent(Percent percent) {
        return with(report.day(), report.status(), percent, report.party(), report.corrects());
    }

    DraftUpdate about(String party) {
        return with(report.day(), report.status(), report.percent(), party, report.corrects());
    }

    DraftUpdate correcting(String id) {
        return with(report.day(), report.status(), report.percent(), report.party(), id)
                .because();
    }

    DraftUpdate because() {
        return backing(true, report.evidence(), report.successor());
    }

    DraftUpdate withoutReason() {
        return backing(false, report.evidence(), report.successor());
    }

    DraftUpdate backed(int items) {
        return backing(report.reasoned(), items, report.successor());
    }

    DraftUpdate backed() {
        return backed(1);
    }

    DraftUpdate succeededBy(String successor) {
        return backing(report.reasoned(), report.evidence(), successor);
    }

    DraftUpdate named(String id) {
        return new DraftUpdate(new Reported(
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

    private DraftUpdate with(LocalDate day, String status, Percent percent, String party, String corrects) {
        return new DraftUpdate(new Reported(
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

    private DraftUpdate backing(boolean reasoned, int evidence, String successor) {
        return new DraftUpdate(new Reported(
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
