package org.servanda.commitments.editing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.areas.Areas;
import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Commitments;
import org.servanda.commitments.search.CommitmentQueries;
import org.servanda.commitments.standings.CommitmentView;
import org.servanda.commitments.standings.StandingProjection;
import org.servanda.commitments.standings.Standings;
import org.servanda.commitments.timeline.CommitmentDetails;
import org.servanda.commitments.timeline.CommitmentEdit;
import org.servanda.commitments.timeline.CommitmentEvent;
import org.servanda.commitments.timeline.CommitmentEvent.Edited;
import org.servanda.commitments.timeline.Timeline;
import org.servanda.commitments.timeline.TimelineSegment;
import org.servanda.ledger.EntryRef;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.parties.Parties;
import org.servanda.web.BodyValidation;
import org.servanda.web.EntityTags;
import org.servanda.web.FieldSelection;
import org.servanda.web.MergePatchReader;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;

/** Edits commitments: sets fields beside the text, from a day on. The wording never changes. */
@ApplicationScoped
class CommitmentEditor {

    private static final int LONGEST_TITLE = 300;

    private final Ledger ledger;
    private final ReadPoints readPoints;
    private final Commitments commitments;
    private final CommitmentQueries pages;
    private final Standings standings;
    private final StandingProjection projection;
    private final Areas areas;
    private final Parties parties;
    private final EntityTags tags;
    private final MergePatchReader patches;

    CommitmentEditor(
            Ledger ledger,
            ReadPoints readPoints,
            Commitments commitments,
            CommitmentQueries pages,
            Standings standings,
            StandingProjection projection,
            Areas areas,
            Parties parties,
            EntityTags tags,
            MergePatchReader patches) {
        this.ledger = ledger;
        this.readPoints = readPoints;
        this.commitments = commitments;
        this.pages = pages;
        this.standings = standings;
        this.projection = projection;
        this.areas = areas;
        this.parties = parties;
        this.tags = tags;
        this.patches = patches;
    }

    /**
     * Applies a merge patch and answers with the commitment after it; a patch that states nothing new writes nothing
     * (rule 10.3).
     *
     * @param ifMatch tag of the state that the caller has seen
     * @throws ProblemException when the patched document is not one any more
     */
    CommitmentView change(String code, String ifMatch, JsonNode patch, String actor) {
        ledger.lock();
        ReadPoint now = readPoints.now();
        CommitmentView seen = pages.view(code, now);
        tags.requireMatch(ifMatch, seen);
        namesOnlyWhatCanBeSet(patch);
        CommitmentDocument patchDocument = patches.read(patch, CommitmentDocument.class);
        LocalDate day = patchDocument.effectiveOn() == null ? now.asOf() : patchDocument.effectiveOn();
        CommitmentDocument current = CommitmentDocument.of(details(code, day, now));
        CommitmentDocument next = patches.apply(current, patch);
        check(next, patch);
        List<CommitmentEvent> known = projection.eventsForWriter(commitments.byCode(code));
        CommitmentEdit edit = next.stated(patches.states(current, next, patch, patchDocument.effectiveOn() != null))
                .minus(statedOn(day, known));
        if (edit.equals(CommitmentEdit.NOTHING)) return seen;
        if (edit.statesAreas()) refuseTwice(edit, day, known);
        ledger.append(new NewEntry(
                actor,
                CommitmentEntryKinds.subject(code),
                CommitmentEntryKinds.EDITED,
                day,
                patchDocument.reason(),
                edit));
        projection.catchUp(List.of(commitments.byCode(code)));
        return pages.view(code, readPoints.now());
    }

    private static void namesOnlyWhatCanBeSet(JsonNode patch) {
        List<String> known = FieldSelection.names(CommitmentDocument.class);
        List<String> shown = FieldSelection.names(CommitmentView.class);
        List<Fault> faults = new ArrayList<>();
        patch.fieldNames().forEachRemaining(name -> {
            String message = shown.contains(name)
                    ? "is not set this way: the text stays what it is, and progress is reported as an update"
                    : "there is no such field";
            if (!known.contains(name))
                faults.add(Fault.body("/" + name, message).allowing(known, name));
        });
        if (!faults.isEmpty()) throw ProblemException.body(faults);
    }

    /** The details on a day, as known now. */
    private CommitmentDetails details(String code, LocalDate day, ReadPoint now) {
        BodyValidation bodyValidation = new BodyValidation();
        if (day.isAfter(now.asOf())) bodyValidation.fault("/effectiveOn", "has not come yet; today is " + now.asOf());
        bodyValidation.throwIfInvalid();
        return standings
                .findOne(code, now.withDay(day))
                .orElseThrow(() -> {
                    bodyValidation.fault("/effectiveOn", "is before the commitment was made");
                    return bodyValidation.problem();
                })
                .state()
                .details();
    }

    private static CommitmentEdit statedOn(LocalDate day, List<CommitmentEvent> known) {
        CommitmentEdit stated = CommitmentEdit.NOTHING;
        for (CommitmentEvent event : known)
            if (event instanceof Edited edited && edited.effectiveOn().equals(day))
                stated = stated.mergedWith(edited.edit());
        return stated;
    }

    /** Rule 10.4: refuses an edit by which the primary area is also a further area on a later day. */
    private static void refuseTwice(CommitmentEdit edit, LocalDate day, List<CommitmentEvent> known) {
        EntryRef next = new EntryRef(Long.MAX_VALUE, Instant.MAX);
        List<CommitmentEvent> events = new ArrayList<>(known);
        events.add(new Edited(next, day, edit));
        for (TimelineSegment segment : Timeline.of(events)) {
            CommitmentText commitmentText = segment.state().details().text();
            boolean twice = commitmentText.namesAreaTwice();
            if (!twice || !segment.from().isAfter(day) || twice(segment.from(), known)) continue;
            throw ProblemException.body(List.of(Fault.body(
                    edit.area() != null ? "/area" : "/otherAreas",
                    "does not fit " + laterEdit(segment.from(), known) + ": from " + segment.from() + " "
                            + commitmentText.area() + " would be the primary area and a further one")));
        }
    }

    /** Whether the primary area is also a further area without the edit, by a corrected reading of the text. */
    private static boolean twice(LocalDate day, List<CommitmentEvent> known) {
        return Timeline.stateOn(Timeline.of(known), day)
                .filter(state -> state.details().text().namesAreaTwice())
                .isPresent();
    }

    private static String laterEdit(LocalDate day, List<CommitmentEvent> known) {
        return known.stream()
                .filter(event -> event instanceof Edited edited
                        && edited.effectiveOn().equals(day)
                        && edited.edit().statesAreas())
                .reduce((earlier, later) -> later)
                .map(event -> "the later edit in entry " + event.recorded().sequence())
                .orElse("what holds later");
    }

    /** Only the fields that the patch names are validated. */
    private void check(CommitmentDocument next, JsonNode patch) {
        BodyValidation bodyValidation = new BodyValidation();
        bodyValidation.bothLanguages(next.title(), "/title");
        bodyValidation.line(next.title(), LONGEST_TITLE, "/title");
        if (patch.has("area") || patch.has("otherAreas"))
            CommitmentRules.areas(bodyValidation, next.area(), next.otherAreas(), areas.codes());
        if (next.otherAreas() == null) bodyValidation.fault("/otherAreas", "may be empty, but not null");
        if (next.supportingAssigned() == null)
            bodyValidation.fault("/supportingAssigned", "may be empty, but not null");
        bodyValidation.codes(next.supportingAssigned(), parties.codes(), "party", "/supportingAssigned");
        if (next.owner() != null && next.owner().assigned() != null) {
            CommitmentDocument.Assignment lead = next.owner().assigned();
            if (bodyValidation.required(lead.party(), "/owner/assigned/party"))
                bodyValidation.code(lead.party(), parties.codes(), "party", "/owner/assigned/party");
            bodyValidation.line(lead.unit(), LONGEST_TITLE, "/owner/assigned/unit");
        }
        if (patch.has("timeFrame") && next.timeFrame() != null)
            CommitmentRules.timeFrame(bodyValidation, next.timeFrame().assigned(), "/timeFrame");
        bodyValidation.required(next.rollUp(), "/rollUp");
        bodyValidation.reason(next.reason());
        bodyValidation.throwIfInvalid();
    }
}
