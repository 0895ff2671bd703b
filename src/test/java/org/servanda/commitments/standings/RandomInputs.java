package org.servanda.commitments.standings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import org.servanda.commitments.AssessmentFinding;
import org.servanda.commitments.AssessmentResult;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Owner;
import org.servanda.commitments.RollUp;
import org.servanda.commitments.Status;
import org.servanda.commitments.TimeFrame;
import org.servanda.commitments.TimeFrameBasis;
import org.servanda.commitments.timeline.AcceptedUpdate;
import org.servanda.commitments.timeline.AddedEvidence;
import org.servanda.commitments.timeline.AssessmentOutcome;
import org.servanda.commitments.timeline.CommitmentEdit;
import org.servanda.commitments.timeline.CommitmentEdit.Clearable;
import org.servanda.commitments.timeline.CommitmentEvent;
import org.servanda.commitments.timeline.CommitmentEvent.Assessed;
import org.servanda.text.Bilingual;
import org.servanda.time.DatePrecision;

/** Random edits, updates, assessments and corrected texts; the same seed gives the same inputs. */
public final class RandomInputs {

    static final List<String> AREAS = List.of("AI", "TECH", "INFRA", "SKILLS", "GREEN");
    static final List<String> PARTIES = List.of("CN", "TH", "LA", "VN", "SG");

    private final Random random;

    public RandomInputs(long seed) {
        random = new Random(seed);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** True with a probability in percent. */
    public boolean percentChance(int times) {
        return random.nextInt(100) < times;
    }

    public <T> T oneOf(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    public LocalDate day(LocalDate from, LocalDate to) {
        return from.plusDays(random.nextInt((int) (to.toEpochDay() - from.toEpochDay()) + 1));
    }

    /** An edit of one field, sometimes of two. */
    public CommitmentEdit edit(LocalDate on) {
        int first = below(9);
        int second = percentChance(20) ? below(9) : first;
        List<Clearable> cleared = new ArrayList<>();
        if (first == 6 || second == 6) cleared.add(Clearable.assigned);
        if (first == 7 || second == 7) cleared.add(Clearable.timeFrame);
        return new CommitmentEdit(
                first == 0 || second == 0 ? title() : null,
                first == 1 || second == 1 ? oneOf(AREAS) : null,
                first == 2 || second == 2 ? someOf(AREAS) : null,
                (first == 3 || second == 3) && !cleared.contains(Clearable.assigned)
                        ? new Owner.Assigned(oneOf(PARTIES), null, null)
                        : null,
                first == 4 || second == 4 ? someOf(PARTIES) : null,
                (first == 5 || second == 5) && !cleared.contains(Clearable.timeFrame) ? timeFrame(on) : null,
                first == 8 || second == 8 ? oneOf(List.of(RollUp.values())) : null,
                cleared.isEmpty() ? null : cleared);
    }

    /** @param corrected an update that it corrects, about the same party or the whole; or null */
    public AcceptedUpdate update(String id, AcceptedUpdate corrected) {
        List<JsonNode> evidence = percentChance(40) ? List.of(TextNode.valueOf("a page")) : null;
        Status status = oneOf(List.of(Status.values()));
        Integer percent = percentChance(50) ? below(101) : null;
        String party = corrected != null ? corrected.party() : percentChance(35) ? oneOf(PARTIES) : null;
        String focalPoint = corrected != null && corrected.focalPoint() != null
                ? corrected.focalPoint()
                : party != null ? party : oneOf(PARTIES);
        return new AcceptedUpdate(
                id,
                status,
                percent,
                party,
                corrected == null ? null : corrected.id(),
                status == Status.superseded ? "CNS-2025.1" : null,
                null,
                percentChance(50) ? new Bilingual(null, "What was done, as of " + id) : null,
                evidence,
                percent == null && percentChance(20) ? List.of(AcceptedUpdate.PERCENT) : null,
                percentChance(50) ? "secretariat/k1" : "contributor/" + focalPoint + "/k2");
    }

    /** Evidence for an update. */
    public AddedEvidence addedEvidence(String id, String report) {
        return new AddedEvidence(id, report, TextNode.valueOf("a page"));
    }

    /** A statement about a milestone, with or without evidence. */
    public CommitmentEvent.MilestoneStatement milestoneStatement(List<String> milestones) {
        List<JsonNode> evidence = new ArrayList<>();
        for (int items = below(3); items > 0; items--) evidence.add(TextNode.valueOf("a photograph"));
        return new CommitmentEvent.MilestoneStatement(oneOf(milestones), percentChance(30) ? null : evidence);
    }

    /** An assessment that sometimes corrects an earlier one. */
    public AssessmentOutcome assessment(String id, List<CommitmentEvent> events) {
        List<String> assessmentIds = events.stream()
                .filter(Assessed.class::isInstance)
                .map(event -> ((Assessed) event).outcome().id())
                .toList();
        String corrects = assessmentIds.isEmpty() || !percentChance(25) ? null : oneOf(assessmentIds);
        List<AssessmentResult> results = List.of(AssessmentResult.values());
        return new AssessmentOutcome(
                id,
                oneOf(results.subList(1, results.size())),
                percentChance(40) ? AssessmentFinding.confirmed : percentChance(40) ? AssessmentFinding.disputed : null,
                corrects,
                percentChance(40) ? List.of(TextNode.valueOf("a visit")) : null);
    }

    public CommitmentText correctedText(CommitmentText text) {
        return text.with(title(), percentChance(50) ? oneOf(AREAS) : text.area(), text.otherAreas(), text.timeFrame());
    }

    private Bilingual title() {
        int n = below(4);
        return new Bilingual("标题" + n, "Title " + n);
    }

    private TimeFrame timeFrame(LocalDate on) {
        LocalDate to = on.plusDays(below(400));
        return new TimeFrame(
                null,
                to,
                DatePrecision.day,
                new Bilingual(null, "by " + to),
                percentChance(50) ? TimeFrameBasis.assigned : null);
    }

    private <T> List<T> someOf(List<T> of) {
        return of.stream().filter(each -> percentChance(30)).toList();
    }
}
