package org.servanda.commitments.timeline;

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

import org.servanda.commitments.AssessmentResult;
import org.servanda.commitments.Assurance;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.LastUpdate;
import org.servanda.commitments.Owner;
import org.servanda.commitments.RollUp;
import org.servanda.commitments.Status;
import org.servanda.commitments.TimeFrame;
import org.servanda.commitments.TimeFrameBasis;
import org.servanda.commitments.timeline.CommitmentEdit.Clearable;
import org.servanda.commitments.timeline.CommitmentEvent.Assessed;
import org.servanda.commitments.timeline.CommitmentEvent.Edited;
import org.servanda.commitments.timeline.CommitmentEvent.InstrumentRecorded;
import org.servanda.commitments.timeline.CommitmentEvent.TextRecorded;
import org.servanda.commitments.timeline.CommitmentEvent.UpdateAccepted;
import org.servanda.rules.BitemporalOracle;
import org.servanda.rules.Event;
import org.servanda.rules.ExpectedParty;
import org.servanda.rules.Fact.Assigned;
import org.servanda.rules.Fact.EvidenceAdded;
import org.servanda.rules.Fact.InstrumentSet;
import org.servanda.rules.Fact.MilestoneStated;
import org.servanda.rules.Fact.Percent;
import org.servanda.rules.Fact.TextRead;
import org.servanda.text.Bilingual;

/**
 * Where one commitment stood: tells the facts to the oracle of the rules, which shares nothing with the program, and its
 * answers in the program's own words.
 */
public final class RulesOracleAdapter {

    /** What it answers. */
    public record Seen(
            CommitmentText text,
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
            AssessmentResult assessment,
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
        public String of(String party) {
            return parties.containsKey(party) ? parties.get(party).status().name() : "not_reported";
        }
    }

    /** What two states, or that there is none, have not in common. */
    static List<String> differences(Optional<Seen> wanted, Optional<Seen> found) {
        if (wanted.isPresent() && found.isPresent()) return wanted.get().differences(found.get());
        return wanted.isPresent() == found.isPresent() ? List.of() : List.of("there: " + wanted.isPresent());
    }

    private final List<CommitmentEvent> facts = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    /** Every day on which anything can change. */
    private final TreeSet<LocalDate> days = new TreeSet<>();

    /** What was found once, by the last day on which anything changed and the number of facts known: it takes long. */
    private record Asked(LocalDate border, long facts) {}

    private final Map<Asked, Optional<Seen>> found = new HashMap<>();

    public void tell(CommitmentEvent commitmentEvent) {
        facts.add(commitmentEvent);
        events.add(new Event(
                commitmentEvent.recorded().sequence(),
                commitmentEvent.recorded().at(),
                actor(commitmentEvent),
                translated(commitmentEvent)));
        if (commitmentEvent instanceof InstrumentRecorded told) days.add(told.adopted());
        if (commitmentEvent instanceof Edited told) days.add(told.effectiveOn());
        if (commitmentEvent instanceof UpdateAccepted told) days.add(told.effectiveOn());
        if (commitmentEvent instanceof Assessed told) days.add(told.effectiveOn());
        if (commitmentEvent instanceof CommitmentEvent.MilestoneStated told) days.add(told.effectiveOn());
        if (commitmentEvent instanceof CommitmentEvent.EvidenceAdded told
                && told.evidence().backs() == null) days.add(told.effectiveOn());
    }

    private static String actor(CommitmentEvent commitmentEvent) {
        return commitmentEvent instanceof UpdateAccepted told && told.update().submittedBy() != null
                ? told.update().submittedBy()
                : "secretariat/k1";
    }

    private static org.servanda.rules.Fact translated(CommitmentEvent commitmentEvent) {
        if (commitmentEvent instanceof InstrumentRecorded told)
            return new InstrumentSet(told.adopted(), told.reportingIntervalDays());
        if (commitmentEvent instanceof TextRecorded told) return translated(told.text());
        if (commitmentEvent instanceof Edited told)
            return new org.servanda.rules.Fact.Edited(told.effectiveOn(), translated(told.edit()));
        if (commitmentEvent instanceof UpdateAccepted told) return translated(told);
        if (commitmentEvent instanceof Assessed told) {
            AssessmentOutcome outcome = told.outcome();
            String finding =
                    outcome.finding() == null ? null : outcome.finding().name();
            return new org.servanda.rules.Fact.Assessed(
                    outcome.id(),
                    told.effectiveOn(),
                    outcome.result().name(),
                    finding,
                    outcome.corrects(),
                    outcome.evidenceCount());
        }
        if (commitmentEvent instanceof CommitmentEvent.EvidenceAdded told)
            return new EvidenceAdded(told.evidence().id(), told.evidence().backs(), told.effectiveOn());
        CommitmentEvent.MilestoneStated told = (CommitmentEvent.MilestoneStated) commitmentEvent;
        Map<String, Object> values = new HashMap<>();
        if (told.statement().evidence() != null)
            values.put("evidence", told.statement().evidence().size());
        values.put("plannedOn", told.effectiveOn());
        return new MilestoneStated(told.statement().id(), told.effectiveOn(), values);
    }

    private static TextRead translated(CommitmentText text) {
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

    private static Map<String, Object> translated(CommitmentEdit edit) {
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

    private static org.servanda.rules.Fact.Reported translated(UpdateAccepted told) {
        AcceptedUpdate acceptedUpdate = told.update();
        Percent percent = acceptedUpdate.percent() != null
                ? Percent.of(acceptedUpdate.percent())
                : acceptedUpdate.statesPercent() ? Percent.NULL : Percent.ABSENT;
        return new org.servanda.rules.Fact.Reported(
                acceptedUpdate.id(),
                told.effectiveOn(),
                acceptedUpdate.status().name(),
                percent,
                acceptedUpdate.party(),
                acceptedUpdate.corrects(),
                acceptedUpdate.successor(),
                acceptedUpdate.reason() != null,
                acceptedUpdate.evidenceCount(),
                actor(told));
    }

    public List<CommitmentEvent> facts() {
        return List.copyOf(facts);
    }

    public Optional<Seen> at(LocalDate day, long known) {
        List<Event> then =
                events.stream().filter(event -> event.revision() <= known).toList();
        LocalDate border = days.floor(day);
        if (border == null) return Optional.empty();
        return found.computeIfAbsent(new Asked(border, then.size()), asked -> BitemporalOracle.at(then, border, known)
                .map(expected -> told(expected, known)));
    }

    /** What the oracle itself says, with what depends on the very day. */
    public Optional<org.servanda.rules.ExpectedCommitment> ruled(LocalDate day, long known) {
        return BitemporalOracle.at(events, day, known);
    }

    private Seen told(org.servanda.rules.ExpectedCommitment expected, long known) {
        CommitmentText text = last(TextRecorded.class, known).text();
        return new Seen(
                // What an edit covers is not seen of the text, so that a better reading of it changes nothing.
                text.with((Bilingual) null, null, null, null),
                bilingual(expected.title()),
                expected.area(),
                expected.otherAreas(),
                expected.assigned() == null
                        ? null
                        : new Owner.Assigned(
                                expected.assigned().party(),
                                bilingual(expected.assigned().unit()),
                                expected.leadSince()),
                expected.supportingAssigned(),
                expected.timeFrame() == null
                        ? null
                        : (TimeFrame) expected.timeFrame().get("whole"),
                Status.valueOf(expected.status()),
                expected.statusSince(),
                expected.percent(),
                expected.percentOn(),
                Assurance.valueOf(expected.assurance()),
                expected.successor(),
                expected.basisShown(),
                !expected.freshness().equals("never_reported"),
                expected.reportDue(),
                expected.lastUpdate() == null
                        ? null
                        : update(expected.lastUpdate().id(), known, true),
                AssessmentResult.valueOf(expected.assessment()),
                expected.evidenceCount(),
                RollUp.valueOf(expected.rollUp()),
                expected.reporters().stream().sorted().toList(),
                parties(expected, known));
    }

    private static Bilingual bilingual(Map<String, Object> text) {
        return text.isEmpty() ? null : new Bilingual((String) text.get("zh"), (String) text.get("en"));
    }

    private <F extends CommitmentEvent> F last(Class<F> kind, long known) {
        return facts.stream()
                .filter(commitmentEvent -> commitmentEvent.recorded().sequence() <= known)
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((former, next) -> next)
                .orElseThrow();
    }

    private LastUpdate update(String id, long known, boolean narrated) {
        UpdateAccepted accepted = report(id);
        return new LastUpdate(
                id,
                accepted.effectiveOn(),
                accepted.recorded().at(),
                accepted.update().party(),
                narrated ? accepted.update().narrative() : null);
    }

    private UpdateAccepted report(String id) {
        return facts.stream()
                .filter(commitmentEvent -> commitmentEvent instanceof UpdateAccepted told
                        && told.update().id().equals(id))
                .map(UpdateAccepted.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Map<String, PartyProgress> parties(org.servanda.rules.ExpectedCommitment expected, long known) {
        int interval = last(InstrumentRecorded.class, known).reportingIntervalDays();
        Map<String, PartyProgress> parties = new LinkedHashMap<>();
        for (ExpectedParty its : expected.parties()) {
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
                                    ? report(last.id()).update().successor()
                                    : null,
                            last));
        }
        return parties;
    }

    /** The fact that made the state on a day what it is: the last one before which it was another; null when absent. */
    public CommitmentEvent origin(LocalDate day, long known) {
        CommitmentEvent origin = null;
        Optional<Seen> former = Optional.empty();
        for (CommitmentEvent commitmentEvent : facts) {
            if (commitmentEvent.recorded().sequence() > known) break;
            Optional<Seen> now = at(day, commitmentEvent.recorded().sequence());
            if (!now.equals(former)) origin = now.isEmpty() ? null : commitmentEvent;
            former = now;
        }
        return origin;
    }

    /** How many facts before this one changed anything on any day. */
    public int version(CommitmentEvent origin) {
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
