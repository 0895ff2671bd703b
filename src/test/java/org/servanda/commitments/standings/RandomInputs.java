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

/** Makes up edits, reports and better readings; the same seed makes up the same. */
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

    /** Whether something happens that does so many times in a hundred. */
    public boolean in100(int times) {
        return random.nextInt(100) < times;
    }

    public <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    public LocalDate day(LocalDate from, LocalDate to) {
        return from.plusDays(random.nextInt((int) (to.toEpochDay() - from.toEpochDay()) + 1));
    }

    /** Sets one field, now and then a second one. */
    public CommitmentEdit edit(LocalDate on) {
        int first = below(9);
        int second = in100(20) ? below(9) : first;
        List<Clearable> cleared = new ArrayList<>();
        if (first == 6 || second == 6) cleared.add(Clearable.assigned);
        if (first == 7 || second == 7) cleared.add(Clearable.timeFrame);
        return new CommitmentEdit(
                first == 0 || second == 0 ? title() : null,
                first == 1 || second == 1 ? one(AREAS) : null,
                first == 2 || second == 2 ? some(AREAS) : null,
                (first == 3 || second == 3) && !cleared.contains(Clearable.assigned)
                        ? new Owner.Assigned(one(PARTIES), null, null)
                        : null,
                first == 4 || second == 4 ? some(PARTIES) : null,
                (first == 5 || second == 5) && !cleared.contains(Clearable.timeFrame) ? timeFrame(on) : null,
                first == 8 || second == 8 ? one(List.of(RollUp.values())) : null,
                cleared.isEmpty() ? null : cleared);
    }

    /** @param wrong a report that it puts right, about the same party or the whole; or null */
    public AcceptedUpdate report(String id, AcceptedUpdate wrong) {
        List<JsonNode> evidence = in100(40) ? List.of(TextNode.valueOf("a page")) : null;
        Status status = one(List.of(Status.values()));
        Integer percent = in100(50) ? below(101) : null;
        String party = wrong != null ? wrong.party() : in100(35) ? one(PARTIES) : null;
        String focalPoint =
                wrong != null && wrong.focalPoint() != null ? wrong.focalPoint() : party != null ? party : one(PARTIES);
        return new AcceptedUpdate(
                id,
                status,
                percent,
                party,
                wrong == null ? null : wrong.id(),
                status == Status.superseded ? "CNS-2025.1" : null,
                null,
                in100(50) ? new Bilingual(null, "What was done, as of " + id) : null,
                evidence,
                percent == null && in100(20) ? List.of(AcceptedUpdate.PERCENT) : null,
                in100(50) ? "secretariat/k1" : "contributor/" + focalPoint + "/k2");
    }

    /** Evidence for a report. */
    public AddedEvidence backing(String id, String report) {
        return new AddedEvidence(id, report, TextNode.valueOf("a page"));
    }

    /** What an entry states of the evidence of a milestone, if anything. */
    public CommitmentEvent.MilestoneStatement plan(List<String> milestones) {
        List<JsonNode> evidence = new ArrayList<>();
        for (int items = below(3); items > 0; items--) evidence.add(TextNode.valueOf("a photograph"));
        return new CommitmentEvent.MilestoneStatement(one(milestones), in100(30) ? null : evidence);
    }

    /** One that now and then puts right one of those that were told. */
    public AssessmentOutcome verdict(String id, List<CommitmentEvent> told) {
        List<String> made = told.stream()
                .filter(Assessed.class::isInstance)
                .map(event -> ((Assessed) event).outcome().id())
                .toList();
        String corrects = made.isEmpty() || !in100(25) ? null : one(made);
        List<AssessmentResult> results = List.of(AssessmentResult.values());
        return new AssessmentOutcome(
                id,
                one(results.subList(1, results.size())),
                in100(40) ? AssessmentFinding.confirmed : in100(40) ? AssessmentFinding.disputed : null,
                corrects,
                in100(40) ? List.of(TextNode.valueOf("a visit")) : null);
    }

    public CommitmentText betterReading(CommitmentText text) {
        return text.with(title(), in100(50) ? one(AREAS) : text.area(), text.otherAreas(), text.timeFrame());
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
                in100(50) ? TimeFrameBasis.assigned : null);
    }

    private <T> List<T> some(List<T> of) {
        return of.stream().filter(each -> in100(30)).toList();
    }
}
