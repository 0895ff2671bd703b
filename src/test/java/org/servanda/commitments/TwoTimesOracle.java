package org.servanda.commitments;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.servanda.commitments.Edit.Clearable;
import org.servanda.commitments.Fact.Assessed;
import org.servanda.commitments.Fact.Backed;
import org.servanda.commitments.Fact.Edited;
import org.servanda.commitments.Fact.Planned;
import org.servanda.commitments.Fact.Reported;
import org.servanda.commitments.Fact.Source;
import org.servanda.commitments.Fact.Text;
import org.servanda.rules.BitemporalOracle;
import org.servanda.rules.Event;
import org.servanda.rules.Fact.Assigned;
import org.servanda.rules.Fact.EvidenceAdded;
import org.servanda.rules.Fact.InstrumentSet;
import org.servanda.rules.Fact.MilestoneStated;
import org.servanda.rules.Fact.Percent;
import org.servanda.rules.Fact.TextRead;
import org.servanda.rules.SeenParty;
import org.servanda.text.Bilingual;

/**
 * Where one commitment stood: tells the facts to the oracle of the rules, which shares nothing with the program, and its
 * answers in the program's own words.
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
            LocalDate percentOn,
            Assurance assurance,
            String successor,
            boolean stated,
            boolean reported,
            LocalDate reportDue,
            LastUpdate lastUpdate,
            Assessment assessment,
            int evidence,
            RollUp rule,
            List<String> reporters,
            Map<String, PartyProgress> parties) {

        /** What another state says otherwise, field by field. */
        List<String> differences(Seen other) {
            List<String> differences = new ArrayList<>();
            for (RecordComponent field : Seen.class.getRecordComponents()) {
                Object its = value(field, this);
                Object others = value(field, other);
                if (!Objects.equals(its, others)) differences.add(field.getName() + ": " + its + ", not " + others);
            }
            return differences;
        }

        private static Object value(RecordComponent field, Seen seen) {
            try {
                return field.getAccessor().invoke(seen);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The word for where a party stands that is bound. */
        String of(String party) {
            return parties.containsKey(party) ? parties.get(party).status().name() : "not_reported";
        }
    }

    /** What two states, or that there is none, have not in common. */
    static List<String> differences(Optional<Seen> wanted, Optional<Seen> found) {
        if (wanted.isPresent() && found.isPresent()) return wanted.get().differences(found.get());
        return wanted.isPresent() == found.isPresent() ? List.of() : List.of("there: " + wanted.isPresent());
    }

    private final List<Fact> facts = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    /** Every day on which anything can change. */
    private final TreeSet<LocalDate> days = new TreeSet<>();

    /** What was found once, by the last day on which anything changed and the number of facts known: it takes long. */
    private record Asked(LocalDate border, long facts) {}

    private final Map<Asked, Optional<Seen>> found = new HashMap<>();

    void tell(Fact fact) {
        facts.add(fact);
        events.add(new Event(fact.recorded().sequence(), fact.recorded().at(), actor(fact), translated(fact)));
        if (fact instanceof Source told) days.add(told.adopted());
        if (fact instanceof Edited told) days.add(told.on());
        if (fact instanceof Reported told) days.add(told.on());
        if (fact instanceof Assessed told) days.add(told.on());
        if (fact instanceof Planned told) days.add(told.on());
        if (fact instanceof Backed told && told.backing().backs() == null) days.add(told.on());
    }

    private static String actor(Fact fact) {
        return fact instanceof Reported told && told.report().submittedBy() != null
                ? told.report().submittedBy()
                : "secretariat/k1";
    }

    private static org.servanda.rules.Fact translated(Fact fact) {
        if (fact instanceof Source told) return new InstrumentSet(told.adopted(), told.reportingIntervalDays());
        if (fact instanceof Text told) return translated(told.promise());
        if (fact instanceof Edited told) return new org.servanda.rules.Fact.Edited(told.on(), translated(told.edit()));
        if (fact instanceof Reported told) return translated(told);
        if (fact instanceof Assessed told) {
            Verdict verdict = told.verdict();
            String finding =
                    verdict.finding() == null ? null : verdict.finding().name();
            return new org.servanda.rules.Fact.Assessed(
                    verdict.id(), told.on(), verdict.result().name(), finding, verdict.corrects(), verdict.items());
        }
        if (fact instanceof Backed told)
            return new EvidenceAdded(told.backing().id(), told.backing().backs(), told.on());
        Planned told = (Planned) fact;
        Map<String, Object> values = new HashMap<>();
        if (told.plan().evidence() != null)
            values.put("evidence", told.plan().evidence().size());
        values.put("plannedOn", told.on());
        return new MilestoneStated(told.plan().id(), told.on(), values);
    }

    private static TextRead translated(Promise text) {
        List<String> owners = text.owner().parties();
        TimeFrame frame = text.timeFrame();
        return new TextRead(
                text.status().name(),
                text.statusBasis().effectiveOn(),
                text.parties(),
                owners == null ? List.of() : owners,
                translated(text.title()),
                text.area(),
                text.otherAreas(),
                frame == null ? null : translated(frame.on(TimeFrameBasis.stated)));
    }

    private static Map<String, Object> translated(Bilingual text) {
        Map<String, Object> words = new TreeMap<>();
        if (text != null && text.zh() != null) words.put("zh", text.zh());
        if (text != null && text.en() != null) words.put("en", text.en());
        return words;
    }

    /** The end is what it works with; it hands back the rest. */
    private static Map<String, Object> translated(TimeFrame frame) {
        Map<String, Object> values = new HashMap<>(Map.of("whole", frame));
        if (frame.to() != null) values.put("to", frame.to().toString());
        return values;
    }

    private static Map<String, Object> translated(Edit edit) {
        Map<String, Object> values = new HashMap<>();
        if (edit.title() != null) values.put("title", translated(edit.title()));
        if (edit.area() != null) values.put("area", edit.area());
        if (edit.otherAreas() != null) values.put("otherAreas", edit.otherAreas());
        if (edit.assigned() != null)
            values.put(
                    "assigned",
                    new Assigned(
                            edit.assigned().party(), translated(edit.assigned().unit())));
        if (edit.supportingAssigned() != null) values.put("supportingAssigned", edit.supportingAssigned());
        if (edit.timeFrame() != null) values.put("timeFrame", translated(edit.timeFrame()));
        if (edit.rollUp() != null) values.put("rollUp", edit.rollUp().name());
        if (edit.cleared() != null && edit.cleared().contains(Clearable.assigned)) values.put("assigned", null);
        if (edit.cleared() != null && edit.cleared().contains(Clearable.timeFrame)) values.put("timeFrame", Map.of());
        return values;
    }

    private static org.servanda.rules.Fact.Reported translated(Reported told) {
        Report report = told.report();
        Percent percent = report.percent() != null
                ? Percent.of(report.percent())
                : report.saysPercent() ? Percent.NULL : Percent.ABSENT;
        return new org.servanda.rules.Fact.Reported(
                report.id(),
                told.on(),
                report.status().name(),
                percent,
                report.party(),
                report.corrects(),
                report.successor(),
                report.reason() != null,
                report.items(),
                actor(told));
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    Optional<Seen> at(LocalDate day, long known) {
        List<Event> then =
                events.stream().filter(event -> event.revision() <= known).toList();
        LocalDate border = days.floor(day);
        if (border == null) return Optional.empty();
        return found.computeIfAbsent(new Asked(border, then.size()), asked -> BitemporalOracle.at(then, border, known)
                .map(seen -> told(seen, known)));
    }

    /** What the oracle itself says, with what depends on the very day. */
    Optional<org.servanda.rules.Seen> ruled(LocalDate day, long known) {
        return BitemporalOracle.at(events, day, known);
    }

    private Seen told(org.servanda.rules.Seen seen, long known) {
        Promise text = last(Text.class, known).promise();
        return new Seen(
                // What an edit covers is not seen of the text, so that a better reading of it changes nothing.
                text.with((Bilingual) null, null, null, null),
                bilingual(seen.title()),
                seen.area(),
                seen.otherAreas(),
                seen.assigned() == null
                        ? null
                        : new Owner.Assigned(
                                seen.assigned().party(),
                                bilingual(seen.assigned().unit()),
                                seen.leadSince()),
                seen.supportingAssigned(),
                seen.timeFrame() == null ? null : (TimeFrame) seen.timeFrame().get("whole"),
                Status.valueOf(seen.status()),
                seen.statusSince(),
                seen.percent(),
                seen.percentOn(),
                Assurance.valueOf(seen.assurance()),
                seen.successor(),
                seen.basisShown(),
                !seen.freshness().equals("never_reported"),
                seen.reportDue(),
                seen.lastUpdate() == null ? null : update(seen.lastUpdate().id(), known, true),
                Assessment.valueOf(seen.assessment()),
                seen.evidenceCount(),
                RollUp.valueOf(seen.rollUp()),
                seen.reporters().stream().sorted().toList(),
                parties(seen, known));
    }

    private static Bilingual bilingual(Map<String, Object> text) {
        return text.isEmpty() ? null : new Bilingual((String) text.get("zh"), (String) text.get("en"));
    }

    private <F extends Fact> F last(Class<F> kind, long known) {
        return facts.stream()
                .filter(fact -> fact.recorded().sequence() <= known)
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((former, next) -> next)
                .orElseThrow();
    }

    private LastUpdate update(String id, long known, boolean narrated) {
        Reported reported = report(id);
        return new LastUpdate(
                id,
                reported.on(),
                reported.recorded().at(),
                reported.report().party(),
                narrated ? reported.report().narrative() : null);
    }

    private Reported report(String id) {
        return facts.stream()
                .filter(fact ->
                        fact instanceof Reported told && told.report().id().equals(id))
                .map(Reported.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Map<String, PartyProgress> parties(org.servanda.rules.Seen seen, long known) {
        int interval = last(Source.class, known).reportingIntervalDays();
        Map<String, PartyProgress> parties = new LinkedHashMap<>();
        for (SeenParty its : seen.parties()) {
            if (its.status() == null) continue;
            LastUpdate last = update(its.lastUpdate(), known, false);
            parties.put(
                    its.party(),
                    new PartyProgress(
                            its.party(),
                            Status.valueOf(its.status()),
                            its.since(),
                            its.percent(),
                            its.percentOn(),
                            Assurance.valueOf(its.assurance()),
                            last.effectiveOn().plusDays(interval),
                            its.status().equals("superseded")
                                    ? report(last.id()).report().successor()
                                    : null,
                            last));
        }
        return parties;
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
