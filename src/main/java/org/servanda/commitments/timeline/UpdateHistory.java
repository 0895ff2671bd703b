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
import org.servanda.commitments.timeline.StatusHistory.IllegalTransition;
import org.servanda.commitments.timeline.StatusHistory.Step;

/** What was reported on a commitment so far, and under which rule, for whoever judges one more report on it. */
public final class UpdateHistory {

    /**
     * A report that may be recorded.
     *
     * @param speaker code of the party whose word it would be; null for the secretariat's about the whole
     * @param corrects id of the report that it puts right; null where it is none
     */
    public record Candidate(Step step, String party, String speaker, String corrects) {}

    /** A move that would not be allowed. @param party whose; null for the commitment as a whole */
    public record Illegal(String party, IllegalTransition misstep) {}

    /**
     * A report that counts, as somebody who wants to correct it sees it.
     *
     * @param party that it names, null for the commitment as a whole
     * @param speaker whose word it is, null for the secretariat's about the whole
     */
    public record Correctable(String id, LocalDate on, String party, String speaker) {}

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
        return Timeline.on(timeline, day)
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
    public List<String> parties(LocalDate day) {
        Set<String> parties = new TreeSet<>(commitmentText.parties());
        Owner.Assigned lead = details(day).assigned();
        if (lead != null) parties.add(lead.party());
        return List.copyOf(parties);
    }

    /** The reports that count, in the order of the world. */
    public List<Correctable> correctable() {
        return counting.stream()
                .map(each -> new Correctable(each.id(), each.on(), each.update().party(), each.speaker()))
                .toList();
    }

    /** The first move that would not be allowed with one more report (rules 2.7, 2.8 and 3.6). */
    public Optional<Illegal> illegal(Candidate added) {
        RollUp rule = details(added.step().on()).rule();
        return judged(added, rule, StatusHistory::misstep).or(() -> corrected(added)
                .map(each -> details(each.on()).rule())
                .filter(its -> its != rule)
                .flatMap(its -> judged(added, its, StatusHistory::gap)));
    }

    private Optional<UncorrectedUpdate> corrected(Candidate added) {
        return counting.stream()
                .filter(each -> each.id().equals(added.corrects()))
                .findFirst();
    }

    /** How a course judges a report in place of the one that it corrects. */
    private interface Judge {
        Optional<IllegalTransition> judge(StatusHistory history, Step added, String corrected);
    }

    private Optional<Illegal> judged(Candidate added, RollUp rule, Judge judge) {
        Optional<Illegal> ofTheWhole = rule == RollUp.lead ? ofTheWhole(added, judge) : Optional.empty();
        return ofTheWhole.or(() -> ofParties(added, rule, judge));
    }

    private Optional<Illegal> ofParties(Candidate added, RollUp rule, Judge judge) {
        for (String party : speaking(added, rule)) {
            // The secretariat speaks for those that are bound (rule 4.3).
            RollUp its = commitmentText.parties().contains(party) ? rule : RollUp.lead;
            StatusHistory history = course(party, each -> each.speaksFor(party, its));
            Optional<IllegalTransition> misstep = judge.judge(history, added.step(), added.corrects());
            if (misstep.isPresent()) return misstep.map(found -> new Illegal(party, found));
        }
        return Optional.empty();
    }

    /** The parties that a report speaks for by a rule. */
    private Set<String> speaking(Candidate added, RollUp rule) {
        if (added.speaker() != null) return Set.of(added.speaker());
        return rule == RollUp.lead ? Set.of() : new LinkedHashSet<>(commitmentText.parties());
    }

    private Optional<Illegal> ofTheWhole(Candidate added, Judge judge) {
        StatusHistory whole =
                course(null, each -> aboutTheWhole(each.on(), each.update().party()));
        if (aboutTheWhole(added.step().on(), added.party()))
            return judge.judge(whole, added.step(), added.corrects()).map(found -> new Illegal(null, found));
        boolean leaves = added.corrects() != null && whole.holds(added.corrects());
        return leaves ? whole.gap(null, added.corrects()).map(found -> new Illegal(null, found)) : Optional.empty();
    }

    /** Rule 4.2. */
    private boolean aboutTheWhole(LocalDate day, String party) {
        return party == null || party.equals(details(day).lead());
    }

    private StatusHistory course(String party, Predicate<UncorrectedUpdate> its) {
        List<Step> steps = new ArrayList<>(List.of(Step.stated(commitmentText)));
        counting.stream().filter(its).map(Step::of).forEach(steps::add);
        return new StatusHistory(party, steps);
    }
}
