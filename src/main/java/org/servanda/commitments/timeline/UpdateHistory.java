package org.servanda.commitments.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Owner;
import org.servanda.commitments.RollUp;
import org.servanda.commitments.timeline.CommitmentEvent.TextRecorded;
import org.servanda.commitments.timeline.CommitmentEvent.UpdateAccepted;
import org.servanda.commitments.timeline.StatusHistory.DatedStatus;
import org.servanda.commitments.timeline.StatusHistory.IllegalTransition;

/** The uncorrected updates of a commitment with the roll-up rule of each day, against which a proposed update is judged. */
public final class UpdateHistory {

    /**
     * An update that may be recorded.
     *
     * @param party code of the party that it is about, null for the commitment as a whole
     * @param speaker code of the party whose own update it would be; null for the secretariat's about the whole
     * @param corrects id of the update that it replaces; null when it corrects none
     */
    public record ProposedUpdate(DatedStatus status, String party, String speaker, String corrects) {}

    /** A transition that would be illegal. @param party code of its party; null for the commitment as a whole */
    public record TransitionViolation(String party, IllegalTransition transition) {}

    /**
     * An update that a correction can replace.
     *
     * @param party code of the party that it is about, null for the commitment as a whole
     * @param speaker code of the party whose own update it is, null for the secretariat's about the whole
     */
    public record CorrectableUpdate(String id, LocalDate effectiveOn, String party, String speaker) {}

    /** A judgement of an update in place of the one that it corrects, by one status history. */
    private interface TransitionCheck {
        Optional<IllegalTransition> check(StatusHistory history, DatedStatus added, String correctedId);
    }

    private final CommitmentText commitmentText;
    private final List<TimelineSegment> timeline;
    private final List<UncorrectedUpdate> updates;

    private UpdateHistory(
            CommitmentText commitmentText, List<TimelineSegment> timeline, List<UncorrectedUpdate> updates) {
        this.commitmentText = commitmentText;
        this.timeline = timeline;
        this.updates = updates;
    }

    /** @param events all events of the commitment, in recorded order */
    public static UpdateHistory of(List<CommitmentEvent> events) {
        List<UpdateAccepted> updates = new ArrayList<>();
        CommitmentText commitmentText = null;
        for (CommitmentEvent event : events) {
            if (event instanceof TextRecorded text) commitmentText = text.text();
            if (event instanceof UpdateAccepted accepted) updates.add(accepted);
        }
        return new UpdateHistory(
                Objects.requireNonNull(commitmentText), Timeline.of(events), UncorrectedUpdate.of(updates));
    }

    private CommitmentDetails details(LocalDate day) {
        // A day before the commitment is judged as its first day.
        return Timeline.stateOn(timeline, day)
                .orElseGet(() -> timeline.get(0).state())
                .details();
    }

    /** Rule 4.3: whether an update of the secretariat about the whole speaks for each party on a day. */
    public boolean speaksForEach(LocalDate day) {
        return details(day).rule() != RollUp.lead;
    }

    /** Whether no update about the whole speaks for each party on that day or a later one. */
    public boolean speaksForNoneFrom(LocalDate day) {
        return timeline.stream()
                .filter(segment -> segment.to().isAfter(day))
                .allMatch(segment -> segment.state().details().rule() == RollUp.lead);
    }

    /** Codes of the parties that an update about a day can name (rule 2.6). */
    public List<String> reportableParties(LocalDate day) {
        Set<String> parties = new TreeSet<>(commitmentText.parties());
        Owner.Assigned lead = details(day).assigned();
        if (lead != null) parties.add(lead.party());
        return List.copyOf(parties);
    }

    /** The updates that count, by effective date. */
    public List<CorrectableUpdate> correctable() {
        return updates.stream()
                .map(update -> new CorrectableUpdate(
                        update.id(), update.effectiveOn(), update.update().party(), update.speaker()))
                .toList();
    }

    /** The first illegal transition that a proposed update would make (rules 2.7, 2.8 and 3.6). */
    public Optional<TransitionViolation> firstViolation(ProposedUpdate proposed) {
        RollUp rule = details(proposed.status().effectiveOn()).rule();
        return violation(proposed, rule, StatusHistory::firstIllegalTransition).or(() -> corrected(proposed)
                .map(corrected -> details(corrected.effectiveOn()).rule())
                .filter(ruleOfCorrected -> ruleOfCorrected != rule)
                .flatMap(ruleOfCorrected -> violation(proposed, ruleOfCorrected, StatusHistory::transitionOverGap)));
    }

    private Optional<UncorrectedUpdate> corrected(ProposedUpdate proposed) {
        return updates.stream()
                .filter(update -> update.id().equals(proposed.corrects()))
                .findFirst();
    }

    private Optional<TransitionViolation> violation(ProposedUpdate proposed, RollUp rule, TransitionCheck check) {
        Optional<TransitionViolation> ofTheWhole =
                rule == RollUp.lead ? violationOfTheWhole(proposed, check) : Optional.empty();
        return ofTheWhole.or(() -> violationOfParties(proposed, rule, check));
    }

    private Optional<TransitionViolation> violationOfParties(
            ProposedUpdate proposed, RollUp rule, TransitionCheck check) {
        for (String party : partiesSpokenFor(proposed, rule)) {
            // An update about the whole speaks only for the parties bound (rule 4.3).
            RollUp ruleOfParty = commitmentText.parties().contains(party) ? rule : RollUp.lead;
            StatusHistory history = statusHistory(party, update -> update.speaksFor(party, ruleOfParty));
            Optional<IllegalTransition> illegal = check.check(history, proposed.status(), proposed.corrects());
            if (illegal.isPresent()) return illegal.map(transition -> new TransitionViolation(party, transition));
        }
        return Optional.empty();
    }

    private Set<String> partiesSpokenFor(ProposedUpdate proposed, RollUp rule) {
        if (proposed.speaker() != null) return Set.of(proposed.speaker());
        return rule == RollUp.lead ? Set.of() : new LinkedHashSet<>(commitmentText.parties());
    }

    private Optional<TransitionViolation> violationOfTheWhole(ProposedUpdate proposed, TransitionCheck check) {
        StatusHistory history = statusHistory(
                null,
                update -> aboutTheWhole(update.effectiveOn(), update.update().party()));
        if (aboutTheWhole(proposed.status().effectiveOn(), proposed.party()))
            return check.check(history, proposed.status(), proposed.corrects())
                    .map(transition -> new TransitionViolation(null, transition));
        boolean leavesGap = proposed.corrects() != null && history.contains(proposed.corrects());
        return leavesGap
                ? history.transitionOverGap(null, proposed.corrects())
                        .map(transition -> new TransitionViolation(null, transition))
                : Optional.empty();
    }

    /** Rule 4.2. */
    private boolean aboutTheWhole(LocalDate day, String party) {
        return party == null || party.equals(details(day).lead());
    }

    private StatusHistory statusHistory(String party, Predicate<UncorrectedUpdate> filter) {
        List<DatedStatus> statuses = new ArrayList<>(List.of(DatedStatus.stated(commitmentText)));
        updates.stream().filter(filter).map(DatedStatus::of).forEach(statuses::add);
        return new StatusHistory(party, statuses);
    }
}
