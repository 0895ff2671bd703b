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
 * An event of a commitment: what the projection reads from one ledger entry about the commitment or its instrument.
 * Stated a second time, independently, in {@code org.servanda.verify.CommitmentEvent}.
 */
public sealed interface CommitmentEvent {

    /** Prefix of the subjects of ledger entries about instruments. */
    String INSTRUMENT = "instrument/";

    EntryRef recorded();

    /** The instrument of the commitment was recorded, or corrected later. */
    record InstrumentRecorded(EntryRef recorded, LocalDate adopted, int reportingIntervalDays)
            implements CommitmentEvent {}

    /** The text of the commitment was read; a later event is a corrected reading of the same text. */
    record TextRecorded(EntryRef recorded, CommitmentText text) implements CommitmentEvent {

        boolean statesSameStatusAs(TextRecorded other) {
            return text.status() == other.text().status()
                    && text.statusBasis().equals(other.text().statusBasis());
        }
    }

    /** Fields were set beside the text from a day on. */
    record Edited(EntryRef recorded, LocalDate effectiveOn, CommitmentEdit edit) implements CommitmentEvent {}

    /** An update about a day was accepted. */
    record UpdateAccepted(EntryRef recorded, LocalDate effectiveOn, AcceptedUpdate update) implements CommitmentEvent {}

    /** An independent assessment of a day was recorded. */
    record Assessed(EntryRef recorded, LocalDate effectiveOn, AssessmentOutcome outcome) implements CommitmentEvent {}

    /** Evidence was added. @param effectiveOn the day of the update that it backs, else the day on which it was recorded */
    record EvidenceAdded(EntryRef recorded, LocalDate effectiveOn, AddedEvidence evidence) implements CommitmentEvent {

        /** The update with this evidence, where the evidence backs it; else the same update. */
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

    /** A milestone was planned, or changed from a day on; the projection needs only its evidence. */
    record MilestoneStated(EntryRef recorded, LocalDate effectiveOn, MilestoneStatement statement)
            implements CommitmentEvent {}

    /**
     * The part of a ledger entry about a milestone that the projection reads.
     *
     * @param evidence null where the entry leaves the evidence as it was
     */
    record MilestoneStatement(String id, List<JsonNode> evidence) {}

    /** The event in a ledger entry about a commitment or its instrument; empty when the projection does not need the entry. */
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
