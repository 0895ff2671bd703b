package org.servanda.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.servanda.rules.ExpectedResponse.Faults;
import org.servanda.rules.Fact.Reported;

/** Whether an update may be recorded, when it is sent and again when it is accepted. */
final class UpdateLegality {

    /** The entry that the update would be. */
    private static final long NEXT = Long.MAX_VALUE;

    private final KnownEvents known;
    private final LocalDate today;

    UpdateLegality(KnownEvents known, LocalDate today) {
        this.known = known;
        this.today = today;
    }

    ExpectedResponse whenSent(Reported report) {
        return faults(report).verdict();
    }

    // Rule 2.10
    ExpectedResponse whenAccepted(Reported report) {
        return faults(report).verdictOnAcceptance();
    }

    private Faults faults(Reported report) {
        Faults faults = new Faults();
        checkFields(report, faults);
        checkDay(report, faults);
        checkParty(report, faults);
        checkWhole(report, faults);
        if (report.corrects() == null || checkCorrection(report, faults)) checkMoves(report, faults);
        return faults;
    }

    // Rules 2.11 and 3.1
    private static void checkFields(Reported report, Faults faults) {
        String status = report.status();
        if (List.of("operational", "completed").contains(status) && report.evidence() == 0) faults.add("2.11", 400);
        if (List.of("suspended", "cancelled", "superseded").contains(status) && !report.reasoned())
            faults.add("2.11", 400);
        if (status.equals("superseded") != (report.successor() != null)) faults.add("2.11", 400);
        Integer percent = report.percent().value();
        if (status.equals("completed") && percent != null && percent != 100) faults.add("2.11", 400);
        if (report.corrects() != null && !report.reasoned()) faults.add("3.1", 400);
    }

    private void checkDay(Reported report, Faults faults) {
        if (report.day().isBefore(known.instrument().adopted()) || report.day().isAfter(today))
            faults.add("contract", 400);
    }

    // Rule 2.6
    private void checkParty(Reported report, Faults faults) {
        if (report.party() == null) return;
        String own = ActorName.party(report.submittedBy());
        if (own != null && !own.equals(report.party())) faults.add("2.6", 403);
        boolean bound = known.text().parties().contains(report.party());
        Fact.Assigned assigned = new EditRules(known).assigned(report.day());
        boolean leads = assigned != null && assigned.party().equals(report.party());
        if (!bound && !leads) faults.add("2.6", 400);
    }

    // Rules 2.10 and 4.3: under all and any a focal point reports for its party alone.
    private void checkWhole(Reported report, Faults faults) {
        if (report.party() != null || ActorName.party(report.submittedBy()) == null) return;
        if (new EditRules(known).rollUp(report.day()).equals("lead")) return;
        // Rule 3.2: a correction stands for its own word.
        if (report.corrects() == null) faults.add("4.3", 403);
    }

    // Rules 3.1, 3.2 and 3.3: whether it corrects what may be corrected so.
    private boolean checkCorrection(Reported report, Faults faults) {
        Optional<OracleUpdate> corrected = known.countingReport(report.corrects());
        if (corrected.isEmpty()) {
            faults.add("3.1", 409);
            return false;
        }
        String own = ActorName.party(report.submittedBy());
        boolean otherScope = !Objects.equals(corrected.get().party(), report.party());
        String word = known.wordOf(corrected.get());
        boolean speaksForNone =
                word == null && leadHoldsFrom(earlier(corrected.get().day(), report.day()));
        boolean otherWord = own != null && !own.equals(word) && !speaksForNone;
        if (otherScope) faults.add("3.2", 409);
        if (otherWord) faults.add("3.3", 409);
        return !otherScope && !otherWord;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    // Rule 3.3
    private boolean leadHoldsFrom(LocalDate first) {
        EditRules editRules = new EditRules(known);
        boolean later = known.facts(Fact.Edited.class).stream()
                .map(Fact.Edited::day)
                .filter(day -> day.isAfter(first))
                .allMatch(day -> editRules.rollUp(day).equals("lead"));
        return later && editRules.rollUp(first).equals("lead");
    }

    // Rules 2.7, 2.9 and 3.6
    private void checkMoves(Reported report, Faults faults) {
        KnownEvents after = known.with(new Event(NEXT, Instant.MAX, report.submittedBy(), report));
        TransitionCheck check = new TransitionCheck(known, after, report);
        check.findIllegal(faults);
    }
}
