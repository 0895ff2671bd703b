package org.servanda.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.servanda.testing.RandomSize;
import org.servanda.testing.TestKeys;

/** One commitment that much happens to, all of it at random and through HTTP, and then what the register says of it. */
final class RandomHistory {

    private static final int FOCAL_POINTS = 3;
    private static final int FEW = 3;

    private final Random random;
    private final Differences differences;
    private final TrackedCommitment commitment;
    private final RandomUpdates reports;
    private final RandomAssessments assessments;
    private final RandomEdits edits;
    private final RandomMilestones milestones;
    private final boolean foundAlone;

    RandomHistory(String code, long seed, Differences differences) {
        this.random = new Random(seed);
        this.differences = differences;
        List<String> focalPoints = focalPoints(code);
        this.commitment = new TrackedCommitment(code, random);
        this.reports = new RandomUpdates(commitment, focalPoints, random, differences);
        this.assessments = new RandomAssessments(commitment, random, differences);
        this.edits = new RandomEdits(commitment, random, differences);
        this.milestones = new RandomMilestones(commitment, random, differences);
        this.foundAlone = ListComparison.isFoundAlone(code);
    }

    /** Some states that are bound, each with a key: issuing one is an entry, too, and comes before all others. */
    @SuppressWarnings("unchecked")
    private static List<String> focalPoints(String code) {
        TestKeys.secretariat();
        TestKeys.auditor();
        List<String> states = new ArrayList<>(
                (List<String>) RegisterClient.get("/commitments/" + code).get("parties"));
        states.removeIf(party -> party.length() != 2);
        List<String> some = List.copyOf(states.subList(Math.max(0, states.size() - FOCAL_POINTS), states.size()));
        some.forEach(TestKeys::contributor);
        return some;
    }

    TrackedCommitment pledge() {
        return commitment;
    }

    // --- What happens

    void happen(int acts) {
        if (random.nextInt(3) > 0) edits.declareRule();
        for (int i = 0; i < acts; i++) act(random.nextInt(100));
    }

    private void act(int kind) {
        if (kind < 34) report();
        else if (kind < 48) reports.correct();
        else if (kind < 58) reports.someWaiting().ifPresent(this::decide);
        else if (kind < 65) assessments.assess();
        else if (kind < 68) assessments.correct();
        else if (kind < 74) assessments.addEvidence();
        else actBeside(kind);
    }

    private void actBeside(int kind) {
        if (kind < 79) edits.declareRule();
        else if (kind < 85) edits.assignLead();
        else if (kind < 91) edits.editText();
        else if (kind < 93) edits.sayTheSame();
        else if (kind < 97) milestones.planAndChange();
        else milestones.change();
    }

    private void report() {
        boolean few = commitment.text().parties().size() <= FEW;
        if (few && random.nextInt(4) == 0) {
            edits.declareForEach(commitment.someDay(random));
            reports.reportForEach();
            return;
        }
        switch (random.nextInt(16)) {
            case 0 -> reports.reportThereAndBack();
            case 1 -> reports.reportClosedLate();
            default -> reports.report();
        }
    }

    /** Now and then it does not fit any more, by what was declared since it was sent (rule 2.10). */
    private void decide(Fact.Reported waiting) {
        if (waiting.party() == null && random.nextInt(2) == 0) edits.declareForEach(waiting.day());
        reports.decide(waiting);
    }

    // --- What is seen of it

    private LocalDate dayNear() {
        LocalDate day = commitment.someDay(random);
        LocalDate near =
                switch (random.nextInt(6)) {
                    case 0 -> day.minusDays(1);
                    case 1 -> day.plusDays(1);
                    case 2 -> day.plusDays(120);
                    default -> day;
                };
        return near.isAfter(commitment.today) ? commitment.today : near;
    }

    private OraclePoint somewhere() {
        List<Long> revisions = commitment.revisions();
        long known = random.nextInt(3) == 0
                ? revisions.get(revisions.size() - 1)
                : revisions.get(random.nextInt(revisions.size()));
        return new OraclePoint(random.nextInt(15) == 0 ? commitment.today : dayNear(), known);
    }

    void compare() {
        for (int i = RandomSize.of(6, 25); i > 0; i--) compareAt(somewhere());
        RecordComparison records = new RecordComparison(commitment, differences);
        for (int i = RandomSize.of(3, 10); i > 0; i--) compareChanges(records);
        new ListComparison(commitment, random, differences).compareWithList(onceThere());
        compareHistory();
    }

    private void compareAt(OraclePoint at) {
        Optional<ExpectedCommitment> seen = new CommitmentComparison(commitment, differences).compare(at);
        if (seen.isEmpty()) return;
        new CommitmentComparison(commitment, differences).compareEvidenceAndMilestones(at, seen.get());
        RecordComparison records = new RecordComparison(commitment, differences);
        records.compareStatus(at, seen.get());
        LocalDate reportDate = commitment.someDay(random).plusDays(random.nextInt(8));
        records.compareFindings(at, seen.get(), reportDate.isAfter(at.day()) ? at.day() : reportDate);
        if (foundAlone) new ListComparison(commitment, random, differences).compare(at, seen.get());
    }

    private void compareChanges(RecordComparison records) {
        OraclePoint one = onceThere();
        OraclePoint other = onceThere();
        LocalDate later = one.day().isAfter(other.day()) ? one.day() : other.day();
        LocalDate earlier = one.day().isAfter(other.day()) ? other.day() : one.day();
        long first = Math.min(one.known(), other.known());
        long last = Math.max(one.known(), other.known());
        records.compareChanges(new OraclePoint(earlier, first), new OraclePoint(later, last));
        // Rule 12.5: either of the two times the other way round is refused.
        if (random.nextInt(3) > 0) return;
        records.compareChanges(new OraclePoint(later, first), new OraclePoint(earlier, last));
        records.compareChanges(new OraclePoint(earlier, last), new OraclePoint(later, first));
    }

    /** A read point at which the commitment is there. */
    private OraclePoint onceThere() {
        OraclePoint at = somewhere();
        return at.day().isBefore(commitment.adopted) ? onceThere() : at;
    }

    private void compareHistory() {
        HistoryReplay replay = new HistoryReplay(commitment, differences);
        for (int i = RandomSize.of(60, 300); i > 0; i--) replay.compare(onceThere());
        replay.compareStretches();
        replay.compareAsOf(onceThere());
    }

    List<String> acts() {
        return Collections.unmodifiableList(commitment.acts());
    }
}
