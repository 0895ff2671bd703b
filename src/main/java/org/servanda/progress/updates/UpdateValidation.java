package org.servanda.progress.updates;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.Caller;
import org.servanda.commitments.Commitment;
import org.servanda.commitments.Commitments;
import org.servanda.commitments.Status;
import org.servanda.commitments.standings.StandingProjection;
import org.servanda.progress.EffectiveDayRule;
import org.servanda.progress.EvidenceRules;
import org.servanda.web.BodyValidation;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;

/** Validation of an update against the register: whether it is complete, and whether it fits the updates around it. */
@ApplicationScoped
public class UpdateValidation {

    private final StandingProjection projection;
    private final Commitments commitments;
    private final ReportingParties reportingParties;
    private final EffectiveDayRule effectiveDayRule;
    private final EvidenceRules evidenceRules;

    UpdateValidation(
            StandingProjection projection,
            Commitments commitments,
            ReportingParties reportingParties,
            EffectiveDayRule effectiveDayRule,
            EvidenceRules evidenceRules) {
        this.projection = projection;
        this.commitments = commitments;
        this.reportingParties = reportingParties;
        this.effectiveDayRule = effectiveDayRule;
        this.evidenceRules = evidenceRules;
    }

    /** @throws ProblemException with every fault of the update that does not depend on other updates */
    void check(NewUpdate update, Commitment commitment) {
        BodyValidation bodyValidation = new BodyValidation();
        effectiveDayRule.check(update.effectiveOn(), "/effectiveOn", commitment, bodyValidation);
        UpdateRules.checkStatement(update, bodyValidation);
        UpdateRules.requireEvidence(update, bodyValidation);
        evidenceRules.check(update.evidence(), bodyValidation);
        UpdateRules.requireReason(update, bodyValidation);
        party(update, commitment, bodyValidation);
        successor(update, commitment, bodyValidation);
        bodyValidation.throwIfInvalid();
    }

    /** Rule 2.6. */
    private void party(NewUpdate update, Commitment commitment, BodyValidation bodyValidation) {
        if (update.party() == null) return;
        List<String> parties = update.effectiveOn() == null
                ? commitment.text().parties()
                : projection.updateHistory(commitment).reportableParties(update.effectiveOn());
        bodyValidation.code(
                update.party(), parties, "party that " + commitment.code() + " binds or that leads it", "/party");
    }

    private void successor(NewUpdate update, Commitment commitment, BodyValidation bodyValidation) {
        String successor = update.successor();
        if (update.status() != Status.superseded) {
            if (successor != null) bodyValidation.fault("/successor", "belongs to the status superseded only");
            return;
        }
        if (!bodyValidation.required(successor, "/successor")) return;
        if (successor.equals(commitment.code())) bodyValidation.fault("/successor", "cannot be the commitment itself");
        else if (commitments.findByCode(successor).isEmpty())
            bodyValidation.fault("/successor", "there is no commitment " + successor);
    }

    /** The fault for which a submitted update cannot be accepted any more: every rule for a new update applies again (rule 2.10). */
    public Optional<Fault> obstacle(UpdateBody submitted, Commitment commitment) {
        try {
            check(NewUpdate.of(submitted), commitment);
        } catch (ProblemException problem) {
            return problem.faults().stream().findFirst();
        }
        String party = Caller.partyOf(submitted.submittedBy());
        if (party != null && !reportingParties.of(commitment).contains(party))
            return Optional.of(Fault.body(
                    "/party", party + " neither is bound by " + commitment.code() + " nor leads or supports it now"));
        return objection(submitted, commitment).map(UpdateObjection::fault);
    }

    /** The objection to an update as the register is now; empty where the update can be recorded. */
    Optional<UpdateObjection> objection(UpdateBody update, Commitment commitment) {
        return UpdateObjection.to(update, projection.updateHistory(commitment));
    }
}
