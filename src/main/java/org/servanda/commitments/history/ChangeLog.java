package org.servanda.commitments.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.CallerContext;
import org.servanda.access.Scope;
import org.servanda.commitments.Commitment;
import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.commitments.history.ChangeView.DayRange;
import org.servanda.commitments.links.Links;
import org.servanda.commitments.standings.CommitmentView;
import org.servanda.commitments.standings.StandingProjection;
import org.servanda.commitments.timeline.CommitmentEvent;
import org.servanda.commitments.timeline.CommitmentState;
import org.servanda.commitments.timeline.PartyProgress;
import org.servanda.commitments.timeline.Progress;
import org.servanda.commitments.timeline.StateVersion;
import org.servanda.commitments.timeline.Timeline;
import org.servanda.commitments.timeline.TimelineSegment;
import org.servanda.ledger.Entries;
import org.servanda.ledger.Entry;
import org.servanda.ledger.ReadPoint;
import org.servanda.text.JsonText;

/**
 * The change log of a commitment, from the ledger: for each entry the fields that it changed and the days on which they
 * differ from what was known before it (rules 4.10, 12.1 and 12.2).
 */
@ApplicationScoped
public class ChangeLog {

    /** Fields that follow from the day of reading, from other commitments or from the sequence of the entry. */
    private static final Set<String> EXCLUDED =
            Set.of("schedule", "freshness", "links", "lastUpdate", "updatedAt", "version", "revision");

    private static final Set<String> UPDATES = Set.of(
            CommitmentEntryKinds.SUBMITTED,
            CommitmentEntryKinds.NOTED,
            CommitmentEntryKinds.ACCEPTED,
            CommitmentEntryKinds.RETURNED);

    private final Entries entries;
    private final Links links;
    private final CallerContext callerContext;
    private final ObjectMapper json;

    ChangeLog(Entries entries, Links links, CallerContext callerContext, ObjectMapper json) {
        this.entries = entries;
        this.links = links;
        this.callerContext = callerContext;
        this.json = json;
    }

    /** The changes at a read point, in recorded order. */
    public List<ChangeView> of(Commitment commitment, ReadPoint at) {
        List<CommitmentEvent> events = new ArrayList<>();
        List<ChangeView> changes = new ArrayList<>();
        String subject = CommitmentEntryKinds.subject(commitment.code());
        List<TimelineSegment> after = List.of();
        MilestoneChanges milestones = new MilestoneChanges();
        for (Entry entry : StandingProjection.entries(commitment, entries, 0)) {
            if (entry.sequence() > at.revision()) break;
            Optional<CommitmentEvent> event = CommitmentEvent.of(entry);
            event.ifPresent(events::add);
            List<TimelineSegment> before = after;
            if (event.isPresent()) after = Timeline.of(events);
            boolean aboutCommitment = entry.subject().equals(subject);
            List<ChangeView> ofEntry = new ArrayList<>();
            if (entry.kind().equals(CommitmentEntryKinds.MILESTONE)) ofEntry.addAll(milestones.changes(entry));
            if (aboutCommitment && event.isEmpty()) restricted(entry).ifPresent(ofEntry::add);
            else if (aboutCommitment && entry.kind().equals(CommitmentEntryKinds.RECORDED))
                ofEntry.add(withoutField(entry));
            else if (event.isPresent() && !before.isEmpty()) ofEntry.addAll(changes(entry, before, after));
            // An update that changes nothing is still shown.
            if (aboutCommitment && event.isPresent() && ofEntry.isEmpty()) ofEntry.add(withoutField(entry));
            ofEntry.stream().filter(change -> beganBy(change, at.asOf())).forEach(changes::add);
        }
        changes.addAll(LinkChanges.of(commitment.code(), links.recordedUpTo(commitment.code(), at), entries));
        changes.sort(Comparator.comparing(ChangeView::entry));
        return changes;
    }

    /** Rule 12.3. */
    private static boolean beganBy(ChangeView change, LocalDate asOf) {
        LocalDate day = change.from() == null ? change.effectiveOn() : change.from();
        return day == null || !day.isAfter(asOf);
    }

    /** An entry about an update that waits or was returned: only for the parties concerned and the secretariat. */
    private Optional<ChangeView> restricted(Entry entry) {
        String actor = String.valueOf(JsonText.readAt(entry.body(), "/submittedBy", String.class));
        boolean own =
                callerContext.scope() == Scope.own && callerContext.caller().speaksAs(actor);
        if (callerContext.scope() != Scope.all && !own) return Optional.empty();
        return Optional.of(withoutField(entry));
    }

    private static ChangeView withoutField(Entry entry) {
        return ChangeView.of(entry, null, null, null, null, updateId(entry));
    }

    /** One item for each field and each range of days on which the field differs (rule 12.1). */
    private List<ChangeView> changes(Entry entry, List<TimelineSegment> before, List<TimelineSegment> after) {
        Map<CommitmentState, ObjectNode> cache = new IdentityHashMap<>();
        FieldChanges changes = new FieldChanges();
        List<LocalDate> boundaries = boundaries(before, after);
        for (int i = 0; i + 1 < boundaries.size(); i++) {
            DayRange dayRange = new DayRange(boundaries.get(i), boundaries.get(i + 1));
            Optional<CommitmentState> stateBefore = Timeline.stateOn(before, dayRange.from());
            Optional<CommitmentState> stateAfter = Timeline.stateOn(after, dayRange.from());
            if (!stateBefore.equals(stateAfter))
                changes.compare(dayRange, fields(stateBefore, cache), fields(stateAfter, cache));
        }
        return changes.views(entry, "", updateId(entry));
    }

    private static List<LocalDate> boundaries(List<TimelineSegment> before, List<TimelineSegment> after) {
        TreeSet<LocalDate> boundaries = new TreeSet<>();
        Stream.of(before, after).flatMap(List::stream).forEach(segment -> {
            boundaries.add(segment.from());
            boundaries.add(segment.to());
        });
        return List.copyOf(boundaries);
    }

    private ObjectNode fields(Optional<CommitmentState> state, Map<CommitmentState, ObjectNode> cache) {
        return state.map(known -> cache.computeIfAbsent(known, this::fields))
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    private static String updateId(Entry entry) {
        return UPDATES.contains(entry.kind()) ? JsonText.readAt(entry.body(), "/id", String.class) : null;
    }

    /** The fields of the answer, and the fields of each party as {@code parties/TH/status} and the like. */
    private ObjectNode fields(CommitmentState state) {
        ObjectNode fields = json.valueToTree(
                CommitmentView.of(state, null, null, List.of(), new StateVersion(0, Instant.EPOCH, 0)));
        fields.remove(EXCLUDED);
        Progress progress = state.progress();
        if (progress.lastUpdate() != null)
            fields.put("lastUpdate/id", progress.lastUpdate().id());
        if (progress.parties() != null) progress.parties().forEach(party -> addParty(party, fields));
        return fields;
    }

    private static void addParty(PartyProgress party, ObjectNode fields) {
        String prefix = "parties/" + party.party() + "/";
        fields.put(prefix + "status", party.status().name());
        fields.put(prefix + "since", party.since().toString());
        if (party.percent() != null) fields.put(prefix + "percent", party.percent());
        if (party.percentOn() != null)
            fields.put(prefix + "percentOn", party.percentOn().toString());
        fields.put(prefix + "assurance", party.assurance().name());
        fields.put(prefix + "lastUpdate", party.lastUpdate().id());
    }
}
