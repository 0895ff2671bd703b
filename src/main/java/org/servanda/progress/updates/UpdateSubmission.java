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

/** Takes reports: a focal point's wait for a decision, the secretariat's own count at once (rule 2.2). */
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

    UpdateView report(String code, NewUpdate report) {
        ledger.lock();
        Commitment commitment = commitments.byCode(code);
        Update update = record(commitment, report);
        projection.catchUp(List.of(commitment));
        return updates.view(update, readPoints.now());
    }

    /** Checks all before it writes anything, so that a refusal leaves nothing; the standings are for the caller to follow. */
    Update record(Commitment commitment, NewUpdate report) {
        requireConcerned(commitment, report);
        validation.check(report, commitment);
        Caller caller = callerContext.caller();
        boolean secretariat = caller.role() == Role.secretariat;
        UpdateBody submitted = UpdateBody.of(commitment.nextUpdate(), report, caller.actor());
        validation.objection(submitted, commitment).ifPresent(objection -> {
            throw objection.refusal();
        });
        commitment.countUpdate();
        UpdateBody body = secretariat ? submitted.decided(UpdateState.accepted, caller.actor(), null) : submitted;
        EntryRef recorded = append(ledger, commitment, body, caller.actor());
        Update update = new Update(commitment.code(), commitment.instrument(), body, caller, recorded);
        updates.persist(update);
        if (secretariat) updates.count(body, recorded);
        return update;
    }

    /** One entry for each thing that happens to an update; its kind is what became of it. */
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
                why(body.state() == UpdateState.returned ? body.note() : body.reason()),
                body));
    }

    private static String why(Bilingual reason) {
        return reason == null ? null : reason.either();
    }

    private void requireConcerned(Commitment commitment, NewUpdate report) {
        callerContext.requireParty(() -> reportingParties.of(commitment), commitment.code());
        if (report.party() != null) callerContext.requireParty(() -> Set.of(report.party()), "what is reported");
    }
}
