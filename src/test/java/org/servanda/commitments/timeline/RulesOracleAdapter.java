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
 * An adapter to the oracle of the rules, which shares no code with the program: translates events for the oracle, and its
 * answers into the types of the program.
 */
public final class RulesOracleAdapter {

    /** The state of a commitment on a day, as the oracle expects it. */
    public record OracleState(
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

        /** The fields in which another state differs. */
        List<String> differences(OracleState other) {
            List<String> differences = new ArrayList<>();
            for (RecordComponent field : OracleState.class.getRecordComponents()) {
                Object its = value(field, this);
                Object others = value(field, other);
                if (!Objects.equals(its, others)) differences.add(field.getName() + ": " + its + ", not " + others);
            }
            return differences;
        }

        private static Object value(RecordComponent field, OracleState oracleState) {
            try {
                return field.getAccessor().invoke(oracleState);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The status of a party bound, {@code not_reported} where it has none. */
        public String partyStatus(String party) {
            return parties.containsKey(party) ? parties.get(party).status().name() : "not_reported";
        }
    }

    /** The differences between two states; also where only one of them exists. */
    static List<String> differences(Optional<OracleState> wanted, Optional<OracleState> found) {
        if (wanted.isPresent() && found.isPresent()) return wanted.get().differences(found.get());
        return wanted.isPresent() == found.isPresent() ? List.of() : List.of("there: " + wanted.isPresent());
    }

    private final List<CommitmentEvent> commitmentEvents = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    /** Every day on which anything can change. */
    private final TreeSet<LocalDate> days = new TreeSet<>();

    /** Key of a cached answer: the last day on which anything changed, and the number of known events. */
    private record CacheKey(LocalDate border, long facts) {}

    private final Map<CacheKey, Optional<OracleState>> cache = new HashMap<>();

    public void add(CommitmentEvent commitmentEvent) {
        commitmentEvents.add(commitmentEvent);
        events.add(new Event(
                commitmentEvent.recorded().sequence(),
                commitmentEvent.recorded().at(),
                actor(commitmentEvent),
                translated(commitmentEvent)));
        if (commitmentEvent instanceof InstrumentRecorded event) days.add(event.adopted());
        if (commitmentEvent instanceof Edited event) days.add(event.effectiveOn());
        if (commitmentEvent instanceof UpdateAccepted event) days.add(event.effectiveOn());
        if (commitmentEvent instanceof Assessed event) days.add(event.effectiveOn());
        if (commitmentEvent instanceof CommitmentEvent.MilestoneStated event) days.add(event.effectiveOn());
        if (commitmentEvent instanceof CommitmentEvent.EvidenceAdded event
                && event.evidence().backs() == null) days.add(event.effectiveOn());
    }

    private static String actor(CommitmentEvent commitmentEvent) {
        return commitmentEvent instanceof UpdateAccepted event && event.update().submittedBy() != null
                ? event.update().submittedBy()
                : "secretariat/k1";
    }

    private static org.servanda.rules.Fact translated(CommitmentEvent commitmentEvent) {
        if (commitmentEvent instanceof InstrumentRecorded event)
            return new InstrumentSet(event.adopted(), event.reportingIntervalDays());
        if (commitmentEvent instanceof TextRecorded event) return translated(event.text());
        if (commitmentEvent instanceof Edited event)
            return new org.servanda.rules.Fact.Edited(event.effectiveOn(), translated(event.edit()));
        if (commitmentEvent instanceof UpdateAccepted event) return translated(event);
        if (commitmentEvent instanceof Assessed event) {
            AssessmentOutcome outcome = event.outcome();
            String finding =
                    outcome.finding() == null ? null : outcome.finding().name();
            return new org.servanda.rules.Fact.Assessed(
                    outcome.id(),
                    event.effectiveOn(),
                    outcome.result().name(),
                    finding,
                    outcome.corrects(),
                    outcome.evidenceCount());
        }
        if (commitmentEvent instanceof CommitmentEvent.EvidenceAdded event)
            return new EvidenceAdded(event.evidence().id(), event.evidence().backs(), event.effectiveOn());
        CommitmentEvent.MilestoneStated event = (CommitmentEvent.MilestoneStated) commitmentEvent;
        Map<String, Object> values = new HashMap<>();
        if (event.statement().evidence() != null)
            values.put("evidence", event.statement().evidence().size());
        values.put("plannedOn", event.effectiveOn());
        return new MilestoneStated(event.statement().id(), event.effectiveOn(), values);
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

    /** The oracle works with the end of a time frame only, and returns the rest unchanged. */
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

    private static org.servanda.rules.Fact.Reported translated(UpdateAccepted event) {
        AcceptedUpdate acceptedUpdate = event.update();
        Percent percent = acceptedUpdate.percent() != null
                ? Percent.of(acceptedUpdate.percent())
                : acceptedUpdate.statesPercent() ? Percent.NULL : Percent.ABSENT;
        return new org.servanda.rules.Fact.Reported(
                acceptedUpdate.id(),
                event.effectiveOn(),
                acceptedUpdate.status().name(),
                percent,
                acceptedUpdate.party(),
                acceptedUpdate.corrects(),
                acceptedUpdate.successor(),
                acceptedUpdate.reason() != null,
                acceptedUpdate.evidenceCount(),
                actor(event));
    }

    public List<CommitmentEvent> commitmentEvents() {
        return List.copyOf(commitmentEvents);
    }

    public Optional<OracleState> at(LocalDate day, long known) {
        List<Event> knownEvents =
                events.stream().filter(event -> event.revision() <= known).toList();
        LocalDate border = days.floor(day);
        if (border == null) return Optional.empty();
        return cache.computeIfAbsent(
                new CacheKey(border, knownEvents.size()),
                key -> BitemporalOracle.at(knownEvents, border, known).map(expected -> oracleState(expected, known)));
    }

    /** The answer of the oracle itself, with the fields that depend on the exact day. */
    public Optional<org.servanda.rules.ExpectedCommitment> expected(LocalDate day, long known) {
        return BitemporalOracle.at(events, day, known);
    }

    private OracleState oracleState(org.servanda.rules.ExpectedCommitment expected, long known) {
        CommitmentText text = last(TextRecorded.class, known).text();
        return new OracleState(
                // Fields that edits can set are taken from the oracle, so that a corrected text alone does not change
                // them.
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
        return commitmentEvents.stream()
                .filter(commitmentEvent -> commitmentEvent.recorded().sequence() <= known)
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((previous, next) -> next)
                .orElseThrow();
    }

    private LastUpdate update(String id, long known, boolean withNarrative) {
        UpdateAccepted accepted = report(id);
        return new LastUpdate(
                id,
                accepted.effectiveOn(),
                accepted.recorded().at(),
                accepted.update().party(),
                withNarrative ? accepted.update().narrative() : null);
    }

    private UpdateAccepted report(String id) {
        return commitmentEvents.stream()
                .filter(commitmentEvent -> commitmentEvent instanceof UpdateAccepted event
                        && event.update().id().equals(id))
                .map(UpdateAccepted.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Map<String, PartyProgress> parties(org.servanda.rules.ExpectedCommitment expected, long known) {
        int interval = last(InstrumentRecorded.class, known).reportingIntervalDays();
        Map<String, PartyProgress> parties = new LinkedHashMap<>();
        for (ExpectedParty party : expected.parties()) {
            if (party.status() == null) continue;
            LastUpdate last = update(party.lastUpdate(), known, false);
            parties.put(
                    party.party(),
                    new PartyProgress(
                            party.party(),
                            Status.valueOf(party.status()),
                            party.since(),
                            party.percent(),
                            party.percentOn(),
                            Assurance.valueOf(party.assurance()),
                            last.effectiveOn().plusDays(interval),
                            party.status().equals("superseded")
                                    ? report(last.id()).update().successor()
                                    : null,
                            last));
        }
        return parties;
    }

    /** The event since which the state on a day is as it is; null when the commitment does not exist on that day. */
    public CommitmentEvent origin(LocalDate day, long known) {
        CommitmentEvent origin = null;
        Optional<OracleState> previous = Optional.empty();
        for (CommitmentEvent commitmentEvent : commitmentEvents) {
            if (commitmentEvent.recorded().sequence() > known) break;
            Optional<OracleState> now = at(day, commitmentEvent.recorded().sequence());
            if (!now.equals(previous)) origin = now.isEmpty() ? null : commitmentEvent;
            previous = now;
        }
        return origin;
    }

    /** Number of earlier events that changed the state of any day. */
    public int version(CommitmentEvent origin) {
        int changes = 0;
        for (int i = 0; i < commitmentEvents.size() && commitmentEvents.get(i) != origin; i++) {
            long before = i == 0 ? 0 : commitmentEvents.get(i - 1).recorded().sequence();
            if (changes(before, commitmentEvents.get(i).recorded().sequence())) changes++;
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
