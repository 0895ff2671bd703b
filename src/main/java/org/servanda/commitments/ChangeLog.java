package org.servanda.commitments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.Access;
import org.servanda.access.Scope;
import org.servanda.ledger.Coordinates;
import org.servanda.ledger.Entries;
import org.servanda.ledger.Entry;
import org.servanda.text.JsonText;

/**
 * Everything that happened to a commitment, read off the ledger: for each entry what it changed on its day, against what
 * was known before it.
 */
@ApplicationScoped
public class ChangeLog {

    /** Fields of the answer that follow from others, from the day or from other commitments. */
    private static final Set<String> DERIVED = Set.of(
            "schedule",
            "freshness",
            "links",
            "lastUpdate",
            "evidenceCount",
            "updatedAt",
            "version",
            "revision",
            "statusSince",
            "statusBasis");

    private static final Set<String> UPDATES = Set.of(
            CommitmentKinds.SUBMITTED, CommitmentKinds.NOTED, CommitmentKinds.ACCEPTED, CommitmentKinds.RETURNED);

    private final Entries entries;
    private final Links links;
    private final Access access;
    private final ObjectMapper json;

    ChangeLog(Entries entries, Links links, Access access, ObjectMapper json) {
        this.entries = entries;
        this.links = links;
        this.access = access;
        this.json = json;
    }

    /** The changes known and in effect at these coordinates, in the order of the ledger. */
    public List<ChangeView> of(Commitment commitment, Coordinates at) {
        List<Fact> facts = new ArrayList<>();
        List<ChangeView> changes = new ArrayList<>();
        String subject = CommitmentKinds.subject(commitment.code());
        List<Slice> after = List.of();
        MilestoneChanges milestones = new MilestoneChanges();
        for (Entry entry : Fact.entries(commitment, entries, 0)) {
            if (entry.sequence() > at.revision()) break;
            Optional<Fact> fact = Fact.of(entry);
            fact.ifPresent(facts::add);
            List<Slice> before = after;
            if (fact.isPresent()) after = Timeline.of(facts);
            boolean shown = entry.subject().equals(subject)
                    && (entry.effectiveOn() == null || !entry.effectiveOn().isAfter(at.asOf()));
            if (!shown) continue;
            if (entry.kind().equals(CommitmentKinds.MILESTONE)) changes.addAll(milestones.changed(entry));
            else if (fact.isEmpty()) happened(entry).ifPresent(changes::add);
            else if (entry.kind().equals(CommitmentKinds.RECORDED))
                changes.add(ChangeView.of(entry, null, null, null, null));
            else changes.addAll(changed(entry, before, after));
        }
        changes.addAll(LinkChanges.of(commitment.code(), links.everKnown(commitment.code(), at), entries));
        changes.sort(Comparator.comparing(ChangeView::entry));
        return changes;
    }

    /** What waits or was sent back is for those concerned. */
    private Optional<ChangeView> happened(Entry entry) {
        String actor = String.valueOf(JsonText.readAt(entry.body(), "/submittedBy", String.class));
        boolean own = access.scope() == Scope.own && access.caller().speaksAs(actor);
        if (access.scope() != Scope.all && !own) return Optional.empty();
        return Optional.of(ChangeView.of(entry, null, null, null, update(entry)));
    }

    private List<ChangeView> changed(Entry entry, List<Slice> before, List<Slice> after) {
        JsonNode was = fields(before, entry);
        JsonNode is = fields(after, entry);
        Set<String> names = new TreeSet<>(Comparator.naturalOrder());
        was.fieldNames().forEachRemaining(names::add);
        is.fieldNames().forEachRemaining(names::add);
        List<ChangeView> changes = new ArrayList<>();
        for (String name : names) {
            if (!DERIVED.contains(name) && !same(was.get(name), is.get(name)))
                changes.add(ChangeView.of(entry, name, was.get(name), is.get(name), update(entry)));
        }
        // A report that found everything as it was has still been made.
        return changes.isEmpty() ? List.of(ChangeView.of(entry, null, null, null, update(entry))) : changes;
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one == null ? other == null : one.equals(other);
    }

    private static String update(Entry entry) {
        return UPDATES.contains(entry.kind()) ? JsonText.readAt(entry.body(), "/id", String.class) : null;
    }

    private ObjectNode fields(List<Slice> timeline, Entry entry) {
        return Timeline.on(timeline, entry.effectiveOn())
                .map(state -> fields(state, entry))
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /** The fields of the answer, and each party's status as one more. */
    private ObjectNode fields(State state, Entry entry) {
        ObjectNode fields =
                json.valueToTree(CommitmentView.of(state, null, null, List.of(), new Origin(0, entry.recordedAt(), 0)));
        if (state.progress().parties() != null)
            state.progress()
                    .parties()
                    .forEach(its -> fields.put(
                            "parties/" + its.party() + "/status", its.status().name()));
        return fields;
    }
}
