package org.servanda.progress.updates;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.Caller;
import org.servanda.access.CallerContext;
import org.servanda.access.Role;
import org.servanda.commitments.Commitment;
import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.commitments.Commitments;
import org.servanda.commitments.standings.StandingProjection;
import org.servanda.ledger.EntryRef;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.ledger.ReadPoints;
import org.servanda.text.Bilingual;

/** Submission of updates: an update of a focal point waits for a decision, an update of the secretariat is accepted at once (rule 2.2). */
@ApplicationScoped
public class UpdateSubmission {

    private final Ledger ledger;
    private final ReadPoints readPoints;
    private final Commitments commitments;
    private final StandingProjection projection;
    private final Updates updates;
    private final UpdateValidation validation;
    private final ReportingParties reportingParties;
    private final CallerContext callerContext;

    UpdateSubmission(
            Ledger ledger,
            ReadPoints readPoints,
            Commitments commitments,
            StandingProjection projection,
            Updates updates,
            UpdateValidation validation,
            ReportingParties reportingParties,
            CallerContext callerContext) {
        this.ledger = ledger;
        this.readPoints = readPoints;
        this.commitments = commitments;
        this.projection = projection;
        this.updates = updates;
        this.validation = validation;
        this.reportingParties = reportingParties;
        this.callerContext = callerContext;
    }

    UpdateView submit(String code, NewUpdate update) {
        ledger.lock();
        Commitment commitment = commitments.byCode(code);
        Update recorded = record(commitment, update);
        projection.catchUp(List.of(commitment));
        return updates.view(recorded, readPoints.now());
    }

    /** Checks and records an update. All checks come before the first write, so that a refusal leaves nothing; the caller updates the projection. */
    Update record(Commitment commitment, NewUpdate update) {
        requireConcerned(commitment, update);
        validation.check(update, commitment);
        Caller caller = callerContext.caller();
        boolean bySecretariat = caller.role() == Role.secretariat;
        UpdateBody submitted = UpdateBody.of(commitment.nextUpdate(), update, caller.actor());
        validation.objection(submitted, commitment).ifPresent(objection -> {
            throw objection.refusal();
        });
        commitment.countUpdate();
        UpdateBody body = bySecretariat ? submitted.decided(UpdateState.accepted, caller.actor(), null) : submitted;
        EntryRef entry = append(ledger, commitment, body, caller.actor());
        Update recorded = new Update(commitment.code(), commitment.instrument(), body, caller, entry);
        updates.persist(recorded);
        if (bySecretariat) updates.putInForce(body, entry);
        return recorded;
    }

    /** Appends one entry for each submission and each decision; the kind of the entry is the state of the update. */
    public static EntryRef append(Ledger ledger, Commitment commitment, UpdateBody body, String actor) {
        String kind =
                switch (body.state()) {
                    case submitted -> CommitmentEntryKinds.SUBMITTED;
                    case accepted -> CommitmentEntryKinds.ACCEPTED;
                    case returned -> CommitmentEntryKinds.RETURNED;
                };
        return ledger.append(new NewEntry(
                actor,
                CommitmentEntryKinds.subject(commitment.code()),
                kind,
                body.effectiveOn(),
                reasonText(body.state() == UpdateState.returned ? body.note() : body.reason()),
                body));
    }

    private static String reasonText(Bilingual reason) {
        return reason == null ? null : reason.either();
    }

    private void requireConcerned(Commitment commitment, NewUpdate update) {
        callerContext.requireParty(() -> reportingParties.of(commitment), commitment.code());
        if (update.party() != null) callerContext.requireParty(() -> Set.of(update.party()), "what is reported");
    }
}
