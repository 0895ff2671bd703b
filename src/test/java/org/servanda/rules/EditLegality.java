package org.servanda.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.servanda.rules.ExpectedResponse.Faults;
import org.servanda.rules.Fact.Edited;
import org.servanda.rules.Fact.MilestoneStated;

/** Whether a patch of a commitment or of a milestone may be recorded. */
final class EditLegality {

    private static final long NEXT = Long.MAX_VALUE;

    private final KnownEvents known;
    private final LocalDate today;

    EditLegality(KnownEvents known, LocalDate today) {
        this.known = known;
        this.today = today;
    }

    /**
     * Whether a patch of the commitment may be recorded.
     *
     * @param named the day that it names; null when it names none
     */
    ExpectedResponse ofPatch(LocalDate named, Map<String, Object> patch) {
        Faults faults = new Faults();
        LocalDate day = named == null ? today : named;
        if (day.isBefore(known.instrument().adopted()) || day.isAfter(today)) faults.add("contract", 400);
        KnownEvents after = with(new Edited(day, patch));
        // Rule 10.4
        if (!new EditRules(after).collisions(day, today).isEmpty()) faults.add("10.4", 400);
        return faults.verdict();
    }

    /** What a patch would state; empty when nothing is written (rules 10.2 and 10.3). */
    Map<String, Object> stated(LocalDate named, Map<String, Object> patch) {
        return new EditRules(known).stated(named, today, patch);
    }

    // Rule 11.3
    ExpectedResponse ofMilestonePatch(MilestoneStated patch) {
        Faults faults = new Faults();
        if (new MilestoneRules(with(patch)).contradicts(patch.id(), today)) faults.add("11.3", 400);
        return faults.verdict();
    }

    private KnownEvents with(Fact fact) {
        return known.with(new Event(NEXT, Instant.MAX, "secretariat/next", fact));
    }
}
