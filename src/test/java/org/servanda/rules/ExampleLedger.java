package org.servanda.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.servanda.rules.Fact.Assessed;
import org.servanda.rules.Fact.Assigned;
import org.servanda.rules.Fact.Edited;
import org.servanda.rules.Fact.EvidenceAdded;
import org.servanda.rules.Fact.InstrumentSet;
import org.servanda.rules.Fact.MilestoneStated;
import org.servanda.rules.Fact.TextRead;

/** Builder of a ledger about one commitment, for the examples of docs/rules.md; without HTTP. */
final class ExampleLedger {

    static final LocalDate TODAY = LocalDate.of(2026, 12, 31);

    private final List<Event> events = new ArrayList<>();
    private long revision;

    /** Adopted on 1 January 2025, declared on that day, binding these; reported on every 90 days. */
    static ExampleLedger binding(String... parties) {
        return new ExampleLedger().adopted("2025-01-01").text("declared", "2025-01-01", parties);
    }

    ExampleLedger adopted(String day) {
        return add(DraftUpdate.SECRETARIAT, new InstrumentSet(LocalDate.parse(day), 90));
    }

    ExampleLedger text(String status, String since, String... parties) {
        return text(status, since, "Text", parties);
    }

    ExampleLedger text(String status, String since, String title, String... parties) {
        TextRead read = new TextRead(
                status,
                LocalDate.parse(since),
                List.of(parties),
                List.of(),
                Map.of("en", title),
                "SECURITY",
                List.of(),
                null);
        return add("seeds", read);
    }

    ExampleLedger report(DraftUpdate draft) {
        return add(draft.report().submittedBy(), draft.report());
    }

    /** A patch that names its day, of {@code field, value, field, value}. */
    ExampleLedger patch(String day, Object... fieldsAndValues) {
        return add(DraftUpdate.SECRETARIAT, new Edited(LocalDate.parse(day), map(fieldsAndValues)));
    }

    ExampleLedger lead(String day, String party) {
        return patch(day, "assigned", new Assigned(party, null));
    }

    ExampleLedger rule(String day, String rule) {
        return patch(day, "rollUp", rule);
    }

    ExampleLedger assess(String id, String day, String result, String finding, int evidence, String corrects) {
        return add("auditor/k3", new Assessed(id, LocalDate.parse(day), result, finding, corrects, evidence));
    }

    ExampleLedger assess(String id, String day, String finding) {
        return assess(id, day, "limited", finding, 0, null);
    }

    ExampleLedger evidence(String id, String backs, String recordedOn) {
        return add(DraftUpdate.SECRETARIAT, new EvidenceAdded(id, backs, LocalDate.parse(recordedOn)));
    }

    ExampleLedger milestone(String id, String day, Object... fieldsAndValues) {
        return add(DraftUpdate.SECRETARIAT, new MilestoneStated(id, LocalDate.parse(day), map(fieldsAndValues)));
    }

    ExampleLedger add(String actor, Fact fact) {
        revision++;
        events.add(new Event(revision, Instant.EPOCH.plusSeconds(revision), actor, fact));
        return this;
    }

    static Map<String, Object> map(Object... fieldsAndValues) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2)
            map.put((String) fieldsAndValues[i], fieldsAndValues[i + 1]);
        return map;
    }

    long revision() {
        return revision;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    Optional<ExpectedCommitment> find(String day, long known) {
        return BitemporalOracle.at(events, LocalDate.parse(day), known);
    }

    ExpectedCommitment on(String day, long known) {
        return find(day, known).orElseThrow();
    }

    ExpectedCommitment on(String day) {
        return on(day, revision);
    }

    ExpectedParty party(String party, String day) {
        return on(day).party(party).orElseThrow();
    }

    ExpectedResponse sent(DraftUpdate draft) {
        return new UpdateLegality(KnownEvents.all(events), TODAY).whenSent(draft.report());
    }

    ExpectedResponse accepted(DraftUpdate draft) {
        return new UpdateLegality(KnownEvents.all(events), TODAY).whenAccepted(draft.report());
    }

    EditLegality edits() {
        return new EditLegality(KnownEvents.all(events), TODAY);
    }
}
