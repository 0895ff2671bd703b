package org.servanda.commitments.timeline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.servanda.commitments.LastUpdate;
import org.servanda.commitments.RollUp;
import org.servanda.commitments.Status;
import org.servanda.commitments.timeline.CommitmentEvent.UpdateAccepted;

/**
 * An accepted report that no other one corrects, and whose word it is (rules 2.1, 2.3 to 2.5 and 3.5).
 * Stated a second time, independently, in {@code org.servanda.verify.UncorrectedUpdate}.
 *
 * @param speaker code of the party whose word it is; null for the secretariat's about the whole, which speaks for each
 *     party where the rule has it so
 */
public record UncorrectedUpdate(UpdateAccepted event, String speaker) {

    /** Those of a commitment, in the order of the world; of one day in that of their recording. */
    public static List<UncorrectedUpdate> of(List<UpdateAccepted> reports) {
        Set<String> corrected = new HashSet<>();
        Map<String, String> speakers = new HashMap<>();
        for (UpdateAccepted each : reports) {
            corrected.add(each.update().corrects());
            speakers.put(each.update().id(), speaker(each.update(), speakers));
        }
        return reports.stream()
                .filter(each -> !corrected.contains(each.update().id()))
                .map(each ->
                        new UncorrectedUpdate(each, speakers.get(each.update().id())))
                .sorted(Comparator.comparing(UncorrectedUpdate::effectiveOn))
                .toList();
    }

    /** Rules 2.4 and 2.5. */
    private static String speaker(AcceptedUpdate update, Map<String, String> before) {
        if (update.party() != null) return update.party();
        return update.focalPoint() != null ? update.focalPoint() : before.get(update.corrects());
    }

    public LocalDate effectiveOn() {
        return event.effectiveOn();
    }

    AcceptedUpdate update() {
        return event.update();
    }

    public String id() {
        return update().id();
    }

    public Status status() {
        return update().status();
    }

    /** Rule 4.2. @param lead code of the party that leads on its day, null when none does */
    boolean aboutTheWhole(String lead) {
        return update().party() == null || update().party().equals(lead);
    }

    /** Rules 4.3 and 4.4: whether it is a party's own word, or speaks for that party by the rule. */
    boolean speaksFor(String party, RollUp rule) {
        return speaker == null ? rule != RollUp.lead : speaker.equals(party);
    }

    /** @param narrated whether with what it says */
    LastUpdate toLastUpdate(boolean narrated) {
        return new LastUpdate(
                id(), effectiveOn(), event.recorded().at(), update().party(), narrated ? update().narrative() : null);
    }
}
