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

/** What was reported on a commitment so far, and under which rule, for whoever judges one more report on it. */
public final class UpdateHistory {

    /**
     * A report that may be recorded.
     *
     * @param speaker code of the party whose word it would be; null for the secretariat's about the whole
     * @param corrects id of the report that it puts right; null where it is none
     */
    public record ProposedUpdate(DatedStatus status, String party, String speaker, String corrects) {}

    /** A move that would not be allowed. @param party whose; null for the commitment as a whole */
    public record TransitionViolation(String party, IllegalTransition transition) {}

    /**
     * A report that counts, as somebody who wants to correct it sees it.
     *
     * @param party that it names, null for the commitment as a whole
     * @param speaker whose word it is, null for the secretariat's about the whole
     */
    public record CorrectableUpdate(String id, LocalDate effectiveOn, String party, String speaker) {}

    private final CommitmentText commitmentText;
    private final List<TimelineSegment> timeline;
    private final List<UncorrectedUpdate> counting;

    private UpdateHistory(
            CommitmentText commitmentText, List<TimelineSegment> timeline, List<UncorrectedUpdate> counting) {
        this.commitmentText = commitmentText;
        this.timeline = timeline;
        this.counting = counting;
    }

    /** @param facts everything known of the commitment, in the order of recording */
    public static UpdateHistory of(List<CommitmentEvent> events) {
        List<UpdateAccepted> reports = new ArrayList<>();
        CommitmentText commitmentText = null;
        for (CommitmentEvent event : events) {
            if (event instanceof TextRecorded text) commitmentText = text.text();
            if (event instanceof UpdateAccepted accepted) reports.add(accepted);
        }
        return new UpdateHistory(
                Objects.requireNonNull(commitmentText), Timeline.of(events), UncorrectedUpdate.of(reports));
    }

    private CommitmentDetails details(LocalDate day) {
        // What is older than the commitment is judged as of its first day.
        return Timeline.stateOn(timeline, day)
                .orElseGet(() -> timeline.get(0).state())
                .details();
    }

    /** Rule 4.3: whether a report about the whole speaks for each party on a day. */
    public boolean speaksForEach(LocalDate day) {
        return details(day).rule() != RollUp.lead;
    }

    /** Whether one does so from no day on. */
    public boolean speaksForNoneFrom(LocalDate day) {
        return timeline.stream()
                .filter(segment -> segment.to().isAfter(day))
                .allMatch(segment -> segment.state().details().rule() == RollUp.lead);
    }

    /** Rule 2.6: the parties that a report of a day can name. */
    public List<String> reportableParties(LocalDate day) {
        Set<String> parties = new TreeSet<>(commitmentText.parties());
        Owner.Assigned lead = details(day).assigned();
        if (lead != null) parties.add(lead.party());
        return List.copyOf(parties);
    }

    /** The reports that count, in the order of the world. */
    public List<CorrectableUpdate> correctable() {
        return counting.stream()
                .map(each -> new CorrectableUpdate(
                        each.id(), each.effectiveOn(), each.update().party(), each.speaker()))
                .toList();
    }

    /** The first move that would not be allowed with one more report (rules 2.7, 2.8 and 3.6). */
    public Optional<TransitionViolation> firstViolation(ProposedUpdate added) {
        RollUp rule = details(added.status().effectiveOn()).rule();
        return judged(added, rule, StatusHistory::firstIllegalTransition).or(() -> corrected(added)
                .map(each -> details(each.effectiveOn()).rule())
                .filter(its -> its != rule)
                .flatMap(its -> judged(added, its, StatusHistory::transitionOverGap)));
    }

    private Optional<UncorrectedUpdate> corrected(ProposedUpdate added) {
        return counting.stream()
                .filter(each -> each.id().equals(added.corrects()))
                .findFirst();
    }

    /** How a course judges a report in place of the one that it corrects. */
    private interface TransitionCheck {
        Optional<IllegalTransition> judge(StatusHistory history, DatedStatus added, String corrected);
    }

    private Optional<TransitionViolation> judged(ProposedUpdate added, RollUp rule, TransitionCheck check) {
        Optional<TransitionViolation> ofTheWhole = rule == RollUp.lead ? ofTheWhole(added, check) : Optional.empty();
        return ofTheWhole.or(() -> ofParties(added, rule, check));
    }

    private Optional<TransitionViolation> ofParties(ProposedUpdate added, RollUp rule, TransitionCheck check) {
        for (String party : speaking(added, rule)) {
            // The secretariat speaks for those that are bound (rule 4.3).
            RollUp its = commitmentText.parties().contains(party) ? rule : RollUp.lead;
            StatusHistory history = course(party, each -> each.speaksFor(party, its));
            Optional<IllegalTransition> misstep = check.judge(history, added.status(), added.corrects());
            if (misstep.isPresent()) return misstep.map(found -> new TransitionViolation(party, found));
        }
        return Optional.empty();
    }

    /** The parties that a report speaks for by a rule. */
    private Set<String> speaking(ProposedUpdate added, RollUp rule) {
        if (added.speaker() != null) return Set.of(added.speaker());
        return rule == RollUp.lead ? Set.of() : new LinkedHashSet<>(commitmentText.parties());
    }

    private Optional<TransitionViolation> ofTheWhole(ProposedUpdate added, TransitionCheck check) {
        StatusHistory whole = course(
                null, each -> aboutTheWhole(each.effectiveOn(), each.update().party()));
        if (aboutTheWhole(added.status().effectiveOn(), added.party()))
            return check.judge(whole, added.status(), added.corrects())
                    .map(found -> new TransitionViolation(null, found));
        boolean leaves = added.corrects() != null && whole.contains(added.corrects());
        return leaves
                ? whole.transitionOverGap(null, added.corrects()).map(found -> new TransitionViolation(null, found))
                : Optional.empty();
    }

    /** Rule 4.2. */
    private boolean aboutTheWhole(LocalDate day, String party) {
        return party == null || party.equals(details(day).lead());
    }

    private StatusHistory course(String party, Predicate<UncorrectedUpdate> its) {
        List<DatedStatus> datedStatuses = new ArrayList<>(List.of(DatedStatus.stated(commitmentText)));
        counting.stream().filter(its).map(DatedStatus::of).forEach(datedStatuses::add);
        return new StatusHistory(party, datedStatuses);
    }
}
