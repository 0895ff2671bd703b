package org.servanda.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.servanda.commitments.Fact.Reported;
import org.servanda.commitments.Fact.Text;

/**
 * The statuses that a commitment, or one party of it, went through, in the order of the world: first what the text says,
 * then the reports that count. It judges whether one more report fits between its neighbours.
 */
public record Course(List<Step> steps) {

    /**
     * A status from a day on.
     *
     * @param update id of the report that says so; null for the text
     * @param reasoned whether it says why
     */
    public record Step(LocalDate on, Status status, String update, boolean reasoned) {}

    /** A move that is not allowed. @param late whether the later report is the one that does not fit any more */
    public record Misstep(Step from, Step to, boolean late) {}

    /** @param party whose course; null for that of the commitment as a whole */
    static Course of(List<Fact> facts, String party) {
        List<Step> steps = new ArrayList<>();
        List<Reported> reports = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Text text) steps = new ArrayList<>(List.of(stated(text.promise())));
            if (fact instanceof Reported reported) reports.add(reported);
        }
        for (Reported reported : Timeline.standing(reports)) {
            Report report = reported.report();
            boolean its = party == null ? report.aboutTheWhole() : party.equals(report.party());
            if (its) steps.add(new Step(reported.on(), report.status(), report.id(), report.reason() != null));
        }
        return new Course(steps);
    }

    /** What the text says comes before every report, whatever day it speaks of. */
    private static Step stated(Promise promise) {
        return new Step(LocalDate.MIN, promise.status(), null, false);
    }

    /** Whether it holds a report that could be corrected. */
    public boolean holds(String update) {
        return steps.stream().anyMatch(step -> update.equals(step.update()));
    }

    /**
     * Whether a status from a day on would take up again what was closed then.
     *
     * @param corrected id of the report that counts no more; null when there is none
     */
    public boolean reopenedBy(LocalDate day, Status status, String corrected) {
        Status before = steps.get(0).status();
        for (Step step : steps) {
            boolean counts = corrected == null || !corrected.equals(step.update());
            if (counts && !step.on().isAfter(day)) before = step.status();
        }
        return before.reopens(status);
    }

    /**
     * The first move that would not be allowed with one more step in place of the one it corrects.
     *
     * @param corrected id of the report that counts no more; null when there is none
     */
    public Optional<Misstep> misstep(Step added, String corrected) {
        List<Step> next = new ArrayList<>(steps);
        next.removeIf(step -> corrected != null && corrected.equals(step.update()));
        next.add(added);
        // Stable: on one day the step that is added now comes last.
        next.sort(Comparator.comparing(Step::on));
        int at = next.lastIndexOf(added);
        return illegal(next, at, added)
                .or(() -> illegal(next, at + 1, added))
                .or(() -> illegal(next, gapAfter(next, corrected), added));
    }

    /** The step that now follows where the corrected one stood. */
    private int gapAfter(List<Step> next, String corrected) {
        for (int i = 0; i + 1 < steps.size(); i++) {
            if (corrected != null && corrected.equals(steps.get(i).update())) return next.indexOf(steps.get(i + 1));
        }
        return -1;
    }

    private static Optional<Misstep> illegal(List<Step> course, int at, Step added) {
        if (at < 1 || at >= course.size()) return Optional.empty();
        Step from = course.get(at - 1);
        Step to = course.get(at);
        return from.status().canBecome(to.status(), to.reasoned())
                ? Optional.empty()
                : Optional.of(new Misstep(from, to, to != added));
    }
}
