package org.servanda.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.servanda.commitments.Edit.Clearable;
import org.servanda.commitments.Fact.Edited;
import org.servanda.commitments.Fact.Reported;
import org.servanda.commitments.Fact.Source;
import org.servanda.commitments.Fact.Text;
import org.servanda.text.Bilingual;

/**
 * Where one commitment stood, asked of the facts themselves, field by field, by looking through all of them each time.
 * Slow, and plain enough to be believed.
 */
final class TwoTimesOracle {

    /** What it answers. */
    record Seen(
            Promise text,
            Bilingual title,
            String area,
            List<String> otherAreas,
            Owner.Assigned assigned,
            List<String> supportingAssigned,
            TimeFrame timeFrame,
            Status status,
            LocalDate since,
            Integer percent,
            Assurance assurance,
            String successor,
            boolean stated,
            LocalDate reportDue,
            LastUpdate lastUpdate) {}

    private final List<Fact> facts = new ArrayList<>();

    /** The entry that corrects a report, by the report's id. */
    private final Map<String, Long> corrections = new HashMap<>();

    void tell(Fact fact) {
        facts.add(fact);
        if (fact instanceof Reported told && told.report().corrects() != null)
            corrections.putIfAbsent(told.report().corrects(), fact.recorded().sequence());
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    Optional<Seen> at(LocalDate day, long known) {
        Source source = null;
        Text text = null;
        for (Fact fact : facts) {
            if (fact.recorded().sequence() > known) continue;
            if (fact instanceof Source told) source = told;
            if (fact instanceof Text told) text = told;
        }
        if (source == null || text == null || day.isBefore(source.adopted())) return Optional.empty();
        return Optional.of(seen(source, text.promise(), day, known));
    }

    private Seen seen(Source source, Promise text, LocalDate day, long known) {
        Edit title = edit(day, known, edit -> edit.title() != null);
        Edit area = edit(day, known, edit -> edit.area() != null);
        Edit otherAreas = edit(day, known, edit -> edit.otherAreas() != null);
        Edit lead = edit(day, known, edit -> edit.assigned() != null || clears(edit, Clearable.assigned));
        Edit supporting = edit(day, known, edit -> edit.supportingAssigned() != null);
        Edit frame = edit(day, known, edit -> edit.timeFrame() != null || clears(edit, Clearable.timeFrame));
        Reported whole = report(day, known, Report::aboutTheWhole);
        Reported any = report(day, known, report -> true);
        return new Seen(
                // What an edit covers is not seen of the text, so that a better reading of it changes nothing.
                text.with(null, null, null, null),
                title == null ? text.title() : title.title(),
                area == null ? text.area() : area.area(),
                otherAreas == null ? text.otherAreas() : otherAreas.otherAreas(),
                lead == null || clears(lead, Clearable.assigned) ? null : lead.assigned(),
                supporting == null ? List.of() : supporting.supportingAssigned(),
                frame == null ? stated(text) : clears(frame, Clearable.timeFrame) ? null : frame.timeFrame(),
                whole == null ? text.status() : whole.report().status(),
                whole == null ? text.statusBasis().effectiveOn() : since(whole, text, known),
                whole == null ? null : whole.report().percent(),
                whole == null
                        ? Assurance.stated_in_text
                        : whole.report().evidence() == null
                                        || whole.report().evidence().isEmpty()
                                ? Assurance.self_reported
                                : Assurance.evidenced,
                whole == null ? null : whole.report().successor(),
                whole == null,
                any == null ? null : any.on().plusDays(source.reportingIntervalDays()),
                any == null
                        ? null
                        : new LastUpdate(
                                any.report().id(),
                                any.on(),
                                any.recorded().at(),
                                any.report().party(),
                                any.report().narrative()));
    }

    private static TimeFrame stated(Promise text) {
        TimeFrame frame = text.timeFrame();
        return frame == null
                ? null
                : new TimeFrame(frame.from(), frame.to(), frame.precision(), frame.text(), TimeFrameBasis.stated);
    }

    private static boolean clears(Edit edit, Clearable field) {
        return edit.cleared() != null && edit.cleared().contains(field);
    }

    /** The edit that says a field on a day: of all up to it the one of the latest day, and of that day the last one told. */
    private Edit edit(LocalDate day, long known, Predicate<Edit> says) {
        Edited found = null;
        for (Fact fact : facts) {
            if (!(fact instanceof Edited told) || told.recorded().sequence() > known) continue;
            if (told.on().isAfter(day) || !says.test(told.edit())) continue;
            if (found == null || !told.on().isBefore(found.on())) found = told;
        }
        return found == null ? null : found.edit();
    }

    private Reported report(LocalDate day, long known, Predicate<Report> counts) {
        Reported found = null;
        for (Fact fact : facts) {
            if (!(fact instanceof Reported told) || told.recorded().sequence() > known) continue;
            if (told.on().isAfter(day) || !counts.test(told.report()) || corrected(told, known)) continue;
            if (found == null || !told.on().isBefore(found.on())) found = told;
        }
        return found;
    }

    private boolean corrected(Reported report, long known) {
        return corrections.getOrDefault(report.report().id(), Long.MAX_VALUE) <= known;
    }

    /** Goes back from report to report while they say the same. */
    private LocalDate since(Reported report, Promise text, long known) {
        Reported former = before(report, known);
        if (former == null)
            return text.status() == report.report().status()
                    ? text.statusBasis().effectiveOn()
                    : report.on();
        return former.report().status() == report.report().status() ? since(former, text, known) : report.on();
    }

    private Reported before(Reported report, long known) {
        Reported found = null;
        for (Fact fact : facts) {
            if (!(fact instanceof Reported told) || told.recorded().sequence() > known) continue;
            if (!told.report().aboutTheWhole() || corrected(told, known)) continue;
            boolean earlier = told.on().isBefore(report.on())
                    || told.on().equals(report.on())
                            && told.recorded().sequence() < report.recorded().sequence();
            if (!earlier) continue;
            if (found == null || !told.on().isBefore(found.on())) found = told;
        }
        return found;
    }

    /** The fact that made the state on a day what it is: the last one before which it was another; null when absent. */
    Fact origin(LocalDate day, long known) {
        Fact origin = null;
        Optional<Seen> former = Optional.empty();
        for (Fact fact : facts) {
            if (fact.recorded().sequence() > known) break;
            Optional<Seen> now = at(day, fact.recorded().sequence());
            if (!now.equals(former)) origin = now.isEmpty() ? null : fact;
            former = now;
        }
        return origin;
    }

    /** How many facts before this one changed anything on any day. */
    int version(Fact origin) {
        int changes = 0;
        for (int i = 0; i < facts.size() && facts.get(i) != origin; i++) {
            long before = i == 0 ? 0 : facts.get(i - 1).recorded().sequence();
            if (changes(before, facts.get(i).recorded().sequence())) changes++;
        }
        return changes;
    }

    private boolean changes(long before, long after) {
        for (LocalDate day : days()) if (!at(day, before).equals(at(day, after))) return true;
        return false;
    }

    /** Every day on which anything can change. */
    TreeSet<LocalDate> days() {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Fact fact : facts) {
            if (fact instanceof Source told) days.add(told.adopted());
            if (fact instanceof Edited told) days.add(told.on());
            if (fact instanceof Reported told) days.add(told.on());
        }
        return days;
    }
}
