package org.servanda.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.servanda.commitments.Edit.Clearable;
import org.servanda.commitments.Fact.Assessed;
import org.servanda.commitments.Fact.Backed;
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
            LastUpdate lastUpdate,
            Assessment assessment,
            int evidence,
            RollUp declaredRule,
            Map<String, PartyProgress> parties) {

        RollUp rule() {
            return declaredRule == null ? RollUp.lead : declaredRule;
        }

        /** Who is to report: the one that leads, where it is for that one; else everyone. */
        List<String> reporters() {
            List<String> stated = text.owner().parties();
            String lead = assigned != null ? assigned.party() : null;
            if (lead == null && stated != null && stated.size() == 1) lead = stated.get(0);
            return rule() == RollUp.lead && lead != null ? List.of(lead) : text.parties();
        }

        /** The word for where a party stands that is bound. */
        String of(String party) {
            return parties.containsKey(party) ? parties.get(party).status().name() : "not_reported";
        }
    }

    /** How far each is: what is not in the list is less far than all that is. */
    private static final List<Status> HOW_FAR = List.of(
            Status.cancelled,
            Status.suspended,
            Status.declared,
            Status.exploring,
            Status.preparing,
            Status.in_progress,
            Status.operational,
            Status.completed);

    private final List<Fact> facts = new ArrayList<>();

    /** The entry that corrects a report, by the report's id. */
    private final Map<String, Long> corrections = new HashMap<>();

    /** Every day on which anything can change. */
    private final TreeSet<LocalDate> days = new TreeSet<>();

    /** What was found once about a day, as known after so many facts: it takes long to find. */
    private record Asked(LocalDate border, long facts) {}

    private final Map<Asked, LocalDate> cameOutSo = new HashMap<>();

    void tell(Fact fact) {
        facts.add(fact);
        if (fact instanceof Source told) days.add(told.adopted());
        if (fact instanceof Edited told) days.add(told.on());
        if (fact instanceof Reported told) days.add(told.on());
        if (fact instanceof Assessed told) days.add(told.on());
        if (fact instanceof Backed told && told.backing().backs() == null) days.add(told.on());
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
        Reported any = report(day, known, report -> true);
        Whole whole = whole(source, text, day, known);
        return new Seen(
                // What an edit covers is not seen of the text, so that a better reading of it changes nothing.
                text.with(null, null, null, null),
                title == null ? text.title() : title.title(),
                area == null ? text.area() : area.area(),
                otherAreas == null ? text.otherAreas() : otherAreas.otherAreas(),
                lead == null || clears(lead, Clearable.assigned) ? null : lead.assigned(),
                supporting == null ? List.of() : supporting.supportingAssigned(),
                frame == null ? stated(text) : clears(frame, Clearable.timeFrame) ? null : frame.timeFrame(),
                whole.status(),
                since(source, text, day, known),
                whole.percent(),
                assured(whole.assurance(), any, day, known),
                whole.successor(),
                whole.stated(),
                reportDue(source, text, day, known),
                any == null ? null : last(any, any.report().narrative()),
                assessed(day, known) == null
                        ? Assessment.not_assessed
                        : assessed(day, known).verdict().result(),
                evidence(day, known),
                declaredRule(day, known),
                parties(source, text, day, known));
    }

    /** Counted one by one: what backs a report or an assessment that is not put right, or nothing but the pledge. */
    private int evidence(LocalDate day, long known) {
        int count = 0;
        for (Fact fact : facts) {
            if (fact.recorded().sequence() > known) continue;
            if (fact instanceof Reported told && !told.on().isAfter(day) && !corrected(told, known))
                count += told.report().evidence() == null
                        ? 0
                        : told.report().evidence().size();
            if (fact instanceof Assessed told && !told.on().isAfter(day) && !putRight(told, known))
                count += told.verdict().evidence() == null
                        ? 0
                        : told.verdict().evidence().size();
            if (fact instanceof Backed told && backsWhatCounts(told, day, known)) count++;
        }
        return count;
    }

    private boolean backsWhatCounts(Backed later, LocalDate day, long known) {
        if (later.backing().backs() == null) return !later.on().isAfter(day);
        for (Fact fact : facts)
            if (fact instanceof Reported told
                    && told.recorded().sequence() <= known
                    && told.report().id().equals(later.backing().backs()))
                return !told.on().isAfter(day) && !corrected(told, known);
        return false;
    }

    /** Where all are to report it is the first who is to; else the next one, whoever that be. */
    private LocalDate reportDue(Source source, Promise text, LocalDate day, long known) {
        LocalDate last = source.adopted();
        if (rule(day, known) == RollUp.all && !text.parties().isEmpty()) {
            LocalDate oldest = null;
            for (String party : text.parties()) {
                Reported said = report(day, known, of(party, RollUp.all));
                LocalDate its = said == null ? source.adopted() : said.on();
                if (oldest == null || its.isBefore(oldest)) oldest = its;
            }
            last = oldest;
        } else {
            Reported any = report(day, known, report -> true);
            if (any != null) last = any.on();
        }
        return last.plusDays(source.reportingIntervalDays());
    }

    /** The assessment of the latest day that no other puts right; of one day the one told last. */
    private Assessed assessed(LocalDate day, long known) {
        Assessed found = null;
        for (Fact fact : facts) {
            if (!(fact instanceof Assessed told) || told.recorded().sequence() > known) continue;
            if (told.on().isAfter(day) || putRight(told, known)) continue;
            if (found == null || !told.on().isBefore(found.on())) found = told;
        }
        return found;
    }

    private boolean putRight(Assessed assessed, long known) {
        for (Fact fact : facts)
            if (fact instanceof Assessed told
                    && told.recorded().sequence() <= known
                    && assessed.verdict().id().equals(told.verdict().corrects())) return true;
        return false;
    }

    private Assurance assured(Assurance reported, Reported last, LocalDate day, long known) {
        Assessed its = assessed(day, known);
        if (its == null || last != null && its.on().isBefore(last.on())) return reported;
        if (its.verdict().finding() == Finding.disputed) return Assurance.disputed;
        boolean shown = reported == Assurance.evidenced || its.verdict().evidence() != null;
        return its.verdict().finding() == Finding.confirmed && shown ? Assurance.verified : reported;
    }

    private static LastUpdate last(Reported reported, Bilingual narrative) {
        return new LastUpdate(
                reported.report().id(),
                reported.on(),
                reported.recorded().at(),
                reported.report().party(),
                narrative);
    }

    /** What the rule makes of the whole, but for since when. */
    private record Whole(Status status, Integer percent, Assurance assurance, String successor, boolean stated) {}

    private Whole whole(Source source, Promise text, LocalDate day, long known) {
        RollUp rule = rule(day, known);
        if (rule == RollUp.lead || text.parties().isEmpty()) {
            Reported said = report(day, known, forAll(source, text, known));
            return said == null
                    ? new Whole(text.status(), null, Assurance.stated_in_text, null, true)
                    : new Whole(
                            said.report().status(),
                            said.report().percent(),
                            backing(said, known),
                            said.report().successor(),
                            false);
        }
        Map<String, Reported> said = new LinkedHashMap<>();
        for (String party : text.parties()) said.put(party, report(day, known, of(party, rule)));
        Status status = null;
        for (boolean givenUp : List.of(false, true)) {
            for (Reported each : said.values()) {
                Status its = each == null ? text.status() : each.report().status();
                if ((its == Status.cancelled || its == Status.superseded) != givenUp) continue;
                int further = status == null ? 0 : HOW_FAR.indexOf(its) - HOW_FAR.indexOf(status);
                if (status == null || (rule == RollUp.any ? further > 0 : further < 0)) status = its;
            }
            if (status != null) break;
        }
        Assurance assurance = null;
        String successor = null;
        boolean stated = true;
        for (Reported each : said.values()) {
            if ((each == null ? text.status() : each.report().status()) != status) continue;
            Assurance its = each == null ? Assurance.stated_in_text : backing(each, known);
            int better = assurance == null ? 0 : its.ordinal() - assurance.ordinal();
            if (assurance == null || (rule == RollUp.any ? better > 0 : better < 0)) assurance = its;
            if (each == null) continue;
            stated = false;
            if (successor == null) successor = each.report().successor();
        }
        return new Whole(status, null, assurance, successor, stated);
    }

    private Assurance backing(Reported said, long known) {
        List<?> evidence = said.report().evidence();
        if (evidence != null && !evidence.isEmpty()) return Assurance.evidenced;
        for (Fact fact : facts)
            if (fact instanceof Backed later
                    && later.recorded().sequence() <= known
                    && said.report().id().equals(later.backing().backs())) return Assurance.evidenced;
        return Assurance.self_reported;
    }

    /** Since when the whole stands as it does; where it follows from its parties, since it first came out so. */
    private LocalDate since(Source source, Promise text, LocalDate day, long known) {
        if (rule(day, known) == RollUp.lead || text.parties().isEmpty()) {
            Reported said = report(day, known, forAll(source, text, known));
            return said == null
                    ? text.statusBasis().effectiveOn()
                    : since(said, text, known, forAll(source, text, known));
        }
        LocalDate border = border(source, day);
        Asked asked = new Asked(
                border,
                facts.stream()
                        .filter(fact -> fact.recorded().sequence() <= known)
                        .count());
        LocalDate found = cameOutSo.get(asked);
        if (found == null) {
            found = cameOutSo(source, text, border, known);
            cameOutSo.put(asked, found);
        }
        return found;
    }

    private LocalDate cameOutSo(Source source, Promise text, LocalDate border, long known) {
        Status status = whole(source, text, border, known).status();
        if (border.equals(source.adopted()))
            return status == text.status() ? text.statusBasis().effectiveOn() : border;
        LocalDate before = border(source, border.minusDays(1));
        return whole(source, text, before, known).status() == status ? since(source, text, before, known) : border;
    }

    /** The last day up to this one on which anything can have changed. */
    private LocalDate border(Source source, LocalDate day) {
        LocalDate border = days.floor(day);
        return border == null || border.isBefore(source.adopted()) ? source.adopted() : border;
    }

    private Map<String, PartyProgress> parties(Source source, Promise text, LocalDate day, long known) {
        RollUp rule = text.parties().isEmpty() ? RollUp.lead : rule(day, known);
        Map<String, PartyProgress> parties = new TreeMap<>();
        for (String party : text.parties()) {
            Reported said = report(day, known, of(party, rule));
            if (said == null) continue;
            parties.put(
                    party,
                    new PartyProgress(
                            party,
                            said.report().status(),
                            since(said, text, known, of(party, rule)),
                            said.report().percent(),
                            backing(said, known),
                            said.on().plusDays(source.reportingIntervalDays()),
                            said.report().successor(),
                            last(said, null)));
        }
        return parties;
    }

    private static Predicate<Reported> of(String party, RollUp rule) {
        return said -> party.equals(said.report().party())
                || rule != RollUp.lead && said.report().party() == null;
    }

    /** What is said of the whole, or by the party that led on the day it speaks of. */
    private Predicate<Reported> forAll(Source source, Promise text, long known) {
        return said -> said.report().party() == null
                || said.report()
                        .party()
                        .equals(lead(text, said.on().isBefore(source.adopted()) ? source.adopted() : said.on(), known));
    }

    private String lead(Promise text, LocalDate day, long known) {
        Edit lead = edit(day, known, edit -> edit.assigned() != null || clears(edit, Clearable.assigned));
        if (lead != null && !clears(lead, Clearable.assigned))
            return lead.assigned().party();
        List<String> named = text.owner().parties();
        return named != null && named.size() == 1 ? named.get(0) : null;
    }

    private RollUp declaredRule(LocalDate day, long known) {
        Edit edit = edit(day, known, each -> each.rollUp() != null);
        return edit == null ? null : edit.rollUp();
    }

    private RollUp rule(LocalDate day, long known) {
        RollUp declared = declaredRule(day, known);
        return declared == null ? RollUp.lead : declared;
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

    private Reported report(LocalDate day, long known, Predicate<Reported> counts) {
        Reported found = null;
        for (Fact fact : facts) {
            if (!(fact instanceof Reported told) || told.recorded().sequence() > known) continue;
            if (told.on().isAfter(day) || !counts.test(told) || corrected(told, known)) continue;
            if (found == null || !told.on().isBefore(found.on())) found = told;
        }
        return found;
    }

    private boolean corrected(Reported report, long known) {
        return corrections.getOrDefault(report.report().id(), Long.MAX_VALUE) <= known;
    }

    /** Goes back from report to report while they say the same. */
    private LocalDate since(Reported report, Promise text, long known, Predicate<Reported> counts) {
        Reported former = before(report, known, counts);
        if (former == null)
            return text.status() == report.report().status()
                    ? text.statusBasis().effectiveOn()
                    : report.on();
        return former.report().status() == report.report().status() ? since(former, text, known, counts) : report.on();
    }

    private Reported before(Reported report, long known, Predicate<Reported> counts) {
        Reported found = null;
        for (Fact fact : facts) {
            if (!(fact instanceof Reported told) || told.recorded().sequence() > known) continue;
            if (!counts.test(told) || corrected(told, known)) continue;
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
        return new TreeSet<>(days);
    }
}
