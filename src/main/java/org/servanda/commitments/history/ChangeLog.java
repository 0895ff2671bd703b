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
 * Everything that happened to a commitment, read off the ledger: for each entry what it changed, field by field, and on
 * which days, against what was known before it (rules 4.10, 12.1 and 12.2).
 */
@ApplicationScoped
public class ChangeLog {

    /** Fields of the answer that follow from the day of reading, from other commitments or from the number of the entry. */
    private static final Set<String> BESIDE =
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

    /** The changes known and in effect at these coordinates, in the order of the ledger. */
    public List<ChangeView> of(Commitment commitment, ReadPoint at) {
        List<CommitmentEvent> events = new ArrayList<>();
        List<ChangeView> changes = new ArrayList<>();
        String subject = CommitmentEntryKinds.subject(commitment.code());
        List<TimelineSegment> after = List.of();
        MilestoneChanges milestones = new MilestoneChanges();
        for (Entry entry : StandingProjection.entries(commitment, entries, 0)) {
            if (entry.sequence() > at.revision()) break;
            Optional<CommitmentEvent> fact = CommitmentEvent.of(entry);
            fact.ifPresent(events::add);
            List<TimelineSegment> before = after;
            if (fact.isPresent()) after = Timeline.of(events);
            boolean own = entry.subject().equals(subject);
            List<ChangeView> its = new ArrayList<>();
            if (entry.kind().equals(CommitmentEntryKinds.MILESTONE)) its.addAll(milestones.changed(entry));
            if (own && fact.isEmpty()) happened(entry).ifPresent(its::add);
            else if (own && entry.kind().equals(CommitmentEntryKinds.RECORDED)) its.add(told(entry));
            else if (fact.isPresent() && !before.isEmpty()) its.addAll(changed(entry, before, after));
            // A report that found everything as it was has still been made.
            if (own && fact.isPresent() && its.isEmpty()) its.add(told(entry));
            its.stream().filter(change -> shown(change, at.asOf())).forEach(changes::add);
        }
        changes.addAll(LinkChanges.of(commitment.code(), links.recordedUpTo(commitment.code(), at), entries));
        changes.sort(Comparator.comparing(ChangeView::entry));
        return changes;
    }

    /** Rule 12.3. */
    private static boolean shown(ChangeView change, LocalDate asOf) {
        LocalDate day = change.from() == null ? change.effectiveOn() : change.from();
        return day == null || !day.isAfter(asOf);
    }

    /** What waits or was sent back is for those concerned. */
    private Optional<ChangeView> happened(Entry entry) {
        String actor = String.valueOf(JsonText.readAt(entry.body(), "/submittedBy", String.class));
        boolean own =
                callerContext.scope() == Scope.own && callerContext.caller().speaksAs(actor);
        if (callerContext.scope() != Scope.all && !own) return Optional.empty();
        return Optional.of(told(entry));
    }

    private static ChangeView told(Entry entry) {
        return ChangeView.of(entry, null, null, null, null, update(entry));
    }

    /** One item for each field and each stretch of days on which it is another than before (rule 12.1). */
    private List<ChangeView> changed(Entry entry, List<TimelineSegment> before, List<TimelineSegment> after) {
        Map<CommitmentState, ObjectNode> read = new IdentityHashMap<>();
        FieldChanges changes = new FieldChanges();
        List<LocalDate> borders = borders(before, after);
        for (int i = 0; i + 1 < borders.size(); i++) {
            DayRange dayRange = new DayRange(borders.get(i), borders.get(i + 1));
            Optional<CommitmentState> was = Timeline.stateOn(before, dayRange.from());
            Optional<CommitmentState> is = Timeline.stateOn(after, dayRange.from());
            if (!was.equals(is)) changes.compare(dayRange, fields(was, read), fields(is, read));
        }
        return changes.of(entry, "", update(entry));
    }

    private static List<LocalDate> borders(List<TimelineSegment> before, List<TimelineSegment> after) {
        TreeSet<LocalDate> borders = new TreeSet<>();
        Stream.of(before, after).flatMap(List::stream).forEach(segment -> {
            borders.add(segment.from());
            borders.add(segment.to());
        });
        return List.copyOf(borders);
    }

    private ObjectNode fields(Optional<CommitmentState> state, Map<CommitmentState, ObjectNode> read) {
        return state.map(its -> read.computeIfAbsent(its, this::fields))
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    private static String update(Entry entry) {
        return UPDATES.contains(entry.kind()) ? JsonText.readAt(entry.body(), "/id", String.class) : null;
    }

    /** The fields of the answer, and those of each party as further ones. */
    private ObjectNode fields(CommitmentState state) {
        ObjectNode fields = json.valueToTree(
                CommitmentView.of(state, null, null, List.of(), new StateVersion(0, Instant.EPOCH, 0)));
        fields.remove(BESIDE);
        Progress progress = state.progress();
        if (progress.lastUpdate() != null)
            fields.put("lastUpdate/id", progress.lastUpdate().id());
        if (progress.parties() != null) progress.parties().forEach(its -> party(its, fields));
        return fields;
    }

    private static void party(PartyProgress its, ObjectNode fields) {
        String place = "parties/" + its.party() + "/";
        fields.put(place + "status", its.status().name());
        fields.put(place + "since", its.since().toString());
        if (its.percent() != null) fields.put(place + "percent", its.percent());
        if (its.percentOn() != null)
            fields.put(place + "percentOn", its.percentOn().toString());
        fields.put(place + "assurance", its.assurance().name());
        fields.put(place + "lastUpdate", its.lastUpdate().id());
    }
}
