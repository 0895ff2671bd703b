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
 * An accepted update that no other update corrects, with the party that it speaks for (rules 2.1, 2.3 to 2.5 and 3.5).
 * Stated a second time, independently, in {@code org.servanda.verify.UncorrectedUpdate}.
 *
 * @param speaker code of the party whose own update it is; null for an update of the secretariat about the whole, which
 *     speaks for each party under {@code all} and {@code any}
 */
public record UncorrectedUpdate(UpdateAccepted event, String speaker) {

    /** The uncorrected updates of a commitment, by effective date; those of one day in recorded order. */
    public static List<UncorrectedUpdate> of(List<UpdateAccepted> accepted) {
        Set<String> corrected = new HashSet<>();
        Map<String, String> speakers = new HashMap<>();
        for (UpdateAccepted event : accepted) {
            corrected.add(event.update().corrects());
            speakers.put(event.update().id(), speaker(event.update(), speakers));
        }
        return accepted.stream()
                .filter(event -> !corrected.contains(event.update().id()))
                .map(event ->
                        new UncorrectedUpdate(event, speakers.get(event.update().id())))
                .sorted(Comparator.comparing(UncorrectedUpdate::effectiveOn))
                .toList();
    }

    /** Rules 2.4 and 2.5. */
    private static String speaker(AcceptedUpdate update, Map<String, String> speakersOfEarlier) {
        if (update.party() != null) return update.party();
        return update.focalPoint() != null ? update.focalPoint() : speakersOfEarlier.get(update.corrects());
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

    /** Rule 4.2. @param lead code of the party that leads on its effective date, null when none does */
    boolean aboutTheWhole(String lead) {
        return update().party() == null || update().party().equals(lead);
    }

    /** Rules 4.3 and 4.4: whether it is the party's own update, or speaks for that party by the roll-up rule. */
    boolean speaksFor(String party, RollUp rule) {
        return speaker == null ? rule != RollUp.lead : speaker.equals(party);
    }

    /** @param withNarrative whether the narrative is included */
    LastUpdate toLastUpdate(boolean withNarrative) {
        return new LastUpdate(
                id(),
                effectiveOn(),
                event.recorded().at(),
                update().party(),
                withNarrative ? update().narrative() : null);
    }
}
