package org.servanda.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.servanda.commitments.Fact.Assessed;
import org.servanda.commitments.Fact.Backed;
import org.servanda.commitments.Fact.Edited;
import org.servanda.commitments.Fact.Reported;
import org.servanda.commitments.Fact.Source;
import org.servanda.commitments.Fact.Text;

/**
 * How a commitment stood day by day, as known after a set of facts. It begins on the day its instrument was adopted. Each
 * field of an edit holds from its day until the next edit of the same field; a report holds until the next one; of two
 * on one day the one recorded later counts. A report or an assessment that another one corrects
 * does not count at all.
 */
final class Timeline {

    private final Source source;
    private final Text text;
    private final List<Edited> edits;
    private final List<Reported> reports;
    private final List<Assessed> assessments;
    private final List<Backed> found;

    private Timeline(
            Source source,
            Text text,
            List<Edited> edits,
            List<Reported> reports,
            List<Assessed> assessments,
            List<Backed> found) {
        this.source = source;
        this.text = text;
        this.edits = edits;
        this.reports = reports;
        this.assessments = assessments;
        this.found = found;
    }

    /** @param facts in the order of their recording; without a text or its source there is no timeline */
    static List<Slice> of(Collection<Fact> facts) {
        Source source = null;
        Text text = null;
        List<Edited> edits = new ArrayList<>();
        List<Reported> reports = new ArrayList<>();
        List<Assessed> assessments = new ArrayList<>();
        List<Backed> found = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Source known) source = known;
            else if (fact instanceof Text known) text = known;
            else if (fact instanceof Edited known) edits.add(known);
            else if (fact instanceof Reported known) reports.add(known);
            else if (fact instanceof Assessed known) assessments.add(known);
            else if (fact instanceof Backed known && known.backing().backs() == null) found.add(known);
            // It is added to what was reported before.
            else if (fact instanceof Backed known) reports.replaceAll(known::addTo);
        }
        if (source == null || text == null) return List.of();
        edits.sort(Comparator.comparing(Edited::on));
        found.sort(Comparator.comparing(Backed::on));
        return new Timeline(source, text, edits, standing(reports), judging(assessments), found).slices();
    }

    /** The state on a day; none before the timeline begins. */
    static Optional<State> on(List<Slice> timeline, LocalDate day) {
        return timeline.stream().filter(slice -> slice.holds(day)).findFirst().map(Slice::state);
    }

    /** The reports that count, in the order of the world. */
    static List<Reported> standing(List<Reported> reports) {
        return lasting(reports, Reported::on, reported -> reported.report().id(), reported -> reported.report()
                .corrects());
    }

    private static List<Assessed> judging(List<Assessed> assessments) {
        return lasting(assessments, Assessed::on, assessed -> assessed.verdict().id(), assessed -> assessed.verdict()
                .corrects());
    }

    /** Those that no other corrects; the sort keeps the order of recording within a day. */
    private static <F> List<F> lasting(
            List<F> facts, Function<F, LocalDate> on, Function<F, String> id, Function<F, String> corrects) {
        Set<String> corrected = new HashSet<>();
        facts.forEach(fact -> corrected.add(corrects.apply(fact)));
        return facts.stream()
                .filter(fact -> !corrected.contains(id.apply(fact)))
                .sorted(Comparator.comparing(on))
                .toList();
    }

    /** Walks the days on which anything changes, once. */
    private List<Slice> slices() {
        TreeSet<LocalDate> days = new TreeSet<>(Set.of(source.adopted()));
        edits.forEach(edit -> days.add(edit.on()));
        reports.forEach(report -> days.add(report.on()));
        assessments.forEach(assessed -> days.add(assessed.on()));
        found.forEach(backed -> days.add(backed.on()));
        List<LocalDate> borders = new ArrayList<>(days.tailSet(source.adopted()));
        borders.add(Standing.FOREVER);
        List<Slice> slices = new ArrayList<>();
        Details details = Details.of(text.promise());
        Advance advance = new Advance(text.promise(), source);
        int edit = 0;
        int report = 0;
        int assessment = 0;
        int backed = 0;
        for (int i = 0; i + 1 < borders.size(); i++) {
            LocalDate day = borders.get(i);
            for (; edit < edits.size() && !edits.get(edit).on().isAfter(day); edit++)
                details = edits.get(edit).edit().on(details);
            for (; report < reports.size() && !reports.get(report).on().isAfter(day); report++)
                advance.take(reports.get(report), details);
            for (;
                    assessment < assessments.size()
                            && !assessments.get(assessment).on().isAfter(day);
                    assessment++) advance.take(assessments.get(assessment));
            for (; backed < found.size() && !found.get(backed).on().isAfter(day); backed++)
                advance.take(found.get(backed));
            add(slices, new Slice(day, borders.get(i + 1), new State(details, advance.on(day, details))));
        }
        return slices;
    }

    /** Joins what does not differ: an edit may set what was there already. */
    private static void add(List<Slice> slices, Slice next) {
        Slice last = slices.isEmpty() ? null : slices.get(slices.size() - 1);
        if (last != null && last.state().equals(next.state()))
            slices.set(slices.size() - 1, new Slice(last.from(), next.to(), last.state()));
        else slices.add(next);
    }
}
