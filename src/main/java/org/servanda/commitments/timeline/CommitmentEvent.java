package org.servanda.commitments.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.commitments.CommitmentText;
import org.servanda.instruments.InstrumentView;
import org.servanda.ledger.Entry;
import org.servanda.ledger.EntryRef;
import org.servanda.text.JsonText;

/**
 * One thing the ledger says that bears on where a commitment stands.
 * Stated a second time, independently, in {@code org.servanda.verify.CommitmentEvent}.
 */
public sealed interface CommitmentEvent {

    /** How the subjects of entries about instruments begin. */
    String INSTRUMENT = "instrument/";

    EntryRef recorded();

    /** The document it stands in: adopted on a day, to be reported on every so many days. */
    record InstrumentRecorded(EntryRef recorded, LocalDate adopted, int reportingIntervalDays)
            implements CommitmentEvent {}

    /** The promise as read off the text; a later one is a corrected reading of the same text. */
    record TextRecorded(EntryRef recorded, CommitmentText text) implements CommitmentEvent {

        /** Whether another reading says the same of the status. */
        boolean saysOfTheStatus(TextRecorded other) {
            return text.status() == other.text().status()
                    && text.statusBasis().equals(other.text().statusBasis());
        }
    }

    /** Something set beside the text from a day on. */
    record Edited(EntryRef recorded, LocalDate effectiveOn, CommitmentEdit edit) implements CommitmentEvent {}

    /** An accepted report of how things stood on a day. */
    record UpdateAccepted(EntryRef recorded, LocalDate effectiveOn, AcceptedUpdate update) implements CommitmentEvent {}

    /** An independent assessment of how things stood on a day. */
    record Assessed(EntryRef recorded, LocalDate effectiveOn, AssessmentOutcome outcome) implements CommitmentEvent {}

    /** Evidence that was added later. */
    record EvidenceAdded(EntryRef recorded, LocalDate effectiveOn, AddedEvidence evidence) implements CommitmentEvent {

        /** The report as it is with this, where this backs it. */
        UpdateAccepted addTo(UpdateAccepted updateAccepted) {
            AcceptedUpdate update = updateAccepted.update();
            return update.id().equals(evidence.backs())
                    ? new UpdateAccepted(
                            updateAccepted.recorded(),
                            updateAccepted.effectiveOn(),
                            update.withEvidence(evidence.evidence()))
                    : updateAccepted;
        }
    }

    /** A milestone was planned, or is another one from a day on; only its evidence bears on where the commitment stands. */
    record MilestoneStated(EntryRef recorded, LocalDate effectiveOn, MilestoneStatement statement)
            implements CommitmentEvent {}

    /**
     * The part of an entry about a milestone that standings are read off.
     *
     * @param evidence null where the entry leaves it as it was
     */
    record MilestoneStatement(String id, List<JsonNode> evidence) {}

    /** The fact in an entry about a commitment or its instrument; none when the entry bears on something else. */
    static Optional<CommitmentEvent> of(Entry entry) {
        EntryRef recorded = entry.recorded();
        if (entry.subject().startsWith(INSTRUMENT)) {
            InstrumentView view = JsonText.readAt(entry.body(), "/view", InstrumentView.class);
            return Optional.of(new InstrumentRecorded(recorded, view.adopted().date(), view.reportingIntervalDays()));
        }
        return switch (entry.kind()) {
            case CommitmentEntryKinds.RECORDED, CommitmentEntryKinds.CORRECTED ->
                Optional.of(new TextRecorded(recorded, entry.body(CommitmentText.class)));
            case CommitmentEntryKinds.EDITED ->
                Optional.of(new Edited(recorded, entry.effectiveOn(), entry.body(CommitmentEdit.class)));
            case CommitmentEntryKinds.ACCEPTED ->
                Optional.of(new UpdateAccepted(recorded, entry.effectiveOn(), entry.body(AcceptedUpdate.class)));
            case CommitmentEntryKinds.ASSESSED ->
                Optional.of(new Assessed(recorded, entry.effectiveOn(), entry.body(AssessmentOutcome.class)));
            case CommitmentEntryKinds.EVIDENCE ->
                Optional.of(new EvidenceAdded(recorded, entry.effectiveOn(), entry.body(AddedEvidence.class)));
            case CommitmentEntryKinds.MILESTONE ->
                Optional.of(new MilestoneStated(recorded, entry.effectiveOn(), entry.body(MilestoneStatement.class)));
            default -> Optional.empty();
        };
    }
}
