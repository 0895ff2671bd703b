package org.servanda.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import org.servanda.commitments.Fact.Reported;
import org.servanda.commitments.Fact.Text;

/**
 * The statuses that a commitment, or one party of it, went through, in the order of the world: first what the text says,
 * then the reports that count. It judges whether one more report fits between its neighbours.
 *
 * @param party whose course it is; null for the commitment as a whole
 */
public record Course(String party, List<Step> steps) {

    /**
     * A status from a day on.
     *
     * @param update id of the report that says so; null for the text
     * @param reasoned whether it says why
     */
    public record Step(LocalDate on, Status status, String update, boolean reasoned) {}

    /** A move that is not allowed. @param late whether the later report is the one that does not fit any more */
    public record Misstep(Step from, Step to, boolean late) {}

    /**
     * The courses that a report must fit into: of the commitment as a whole, of the party that it speaks of, of every party
     * where a report about the whole speaks for each.
     *
     * @param facts everything known of the commitment
     * @param day that the report speaks of
     * @param party that it speaks of; null for the commitment as a whole
     */
    static List<Course> of(List<Fact> facts, LocalDate day, String party) {
        List<Reported> reports = new ArrayList<>();
        Promise promise = null;
        for (Fact fact : facts) {
            if (fact instanceof Text text) promise = text.promise();
            if (fact instanceof Reported reported) reports.add(reported);
        }
        Leads leads = new Leads(Timeline.of(facts));
        Step stated = stated(Objects.requireNonNull(promise));
        List<Reported> standing = Timeline.standing(reports);
        Details details = leads.on(day);
        boolean lead = details.rule() == RollUp.lead;
        List<Course> courses = new ArrayList<>();
        List<String> speaking = party == null ? promise.parties() : List.of(party);
        for (String each : lead && party == null ? List.<String>of() : speaking)
            courses.add(of(
                    each,
                    stated,
                    standing,
                    report -> each.equals(report.report().party())
                            || !lead && report.report().party() == null));
        boolean whole = party == null ? courses.isEmpty() : lead && party.equals(details.lead());
        if (whole) courses.add(of(null, stated, standing, report -> report.aboutTheWhole(leads.on(report.on()))));
        return courses;
    }

    private static Course of(String party, Step stated, List<Reported> reports, Predicate<Reported> its) {
        List<Step> steps = new ArrayList<>(List.of(stated));
        reports.stream()
                .filter(its)
                .map(reported -> new Step(
                        reported.on(),
                        reported.report().status(),
                        reported.report().id(),
                        reported.report().reason() != null))
                .forEach(steps::add);
        return new Course(party, steps);
    }

    /** Who led on a day, and by which rule the whole followed. */
    private record Leads(List<Slice> timeline) {

        Details on(LocalDate day) {
            // What is older than the commitment is judged as of its first day.
            return Timeline.on(timeline, day)
                    .orElseGet(() -> timeline.get(0).state())
                    .details();
        }
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
