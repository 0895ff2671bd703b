package org.servanda.progress.decisions;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.CallerContext;
import org.servanda.commitments.Commitment;
import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.commitments.Commitments;
import org.servanda.commitments.standings.StandingProjection;
import org.servanda.ledger.EntryRef;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.progress.TextLimits;
import org.servanda.progress.batches.BatchItems;
import org.servanda.progress.batches.BatchWork;
import org.servanda.progress.decisions.DecisionBatch.Decision;
import org.servanda.progress.decisions.DecisionBatchResults.Result;
import org.servanda.progress.updates.NoteBody;
import org.servanda.progress.updates.Update;
import org.servanda.progress.updates.UpdateBody;
import org.servanda.progress.updates.UpdateState;
import org.servanda.progress.updates.UpdateSubmission;
import org.servanda.progress.updates.UpdateValidation;
import org.servanda.progress.updates.Updates;
import org.servanda.web.BodyValidation;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/** Makes decisions on submitted updates: all of a batch or none, unless the caller asks for those that can be made. */
@ApplicationScoped
class Decisions {

    private final Ledger ledger;
    private final Commitments commitments;
    private final StandingProjection projection;
    private final Updates updates;
    private final UpdateValidation validation;
    private final CallerContext callerContext;

    Decisions(
            Ledger ledger,
            Commitments commitments,
            StandingProjection projection,
            Updates updates,
            UpdateValidation validation,
            CallerContext callerContext) {
        this.ledger = ledger;
        this.commitments = commitments;
        this.projection = projection;
        this.updates = updates;
        this.validation = validation;
        this.callerContext = callerContext;
    }

    /**
     * Decides in the order of the request, each decision on the register as the decisions before it have left it (rule 13.1).
     *
     * @param partial whether to make the decisions that can be made when others are refused
     * @throws ProblemException with every decision that cannot be made, unless partial
     */
    DecisionBatchResults decide(DecisionBatch batch, boolean partial) {
        ledger.lock();
        check(batch);
        DecisionWork decisionWork = new DecisionWork();
        List<Result> results = BatchItems.carryOut(batch.items(), partial, decisionWork);
        projection.catchUp(decisionWork.changed);
        return new DecisionBatchResults(results);
    }

    /** Refuses the whole request, also a partial one, where a decision lacks something or an update is decided twice. */
    private static void check(DecisionBatch batch) {
        BodyValidation bodyValidation = new BodyValidation();
        BatchItems.checkNumber(batch.items(), "decisions", bodyValidation);
        bodyValidation.throwIfInvalid();
        Set<String> decidedIds = new HashSet<>();
        for (int i = 0; i < batch.items().size(); i++) {
            Decision decision = batch.items().get(i);
            String pointer = BatchItems.pointer(i);
            if (!bodyValidation.required(decision, pointer)) continue;
            if (bodyValidation.required(decision.id(), pointer + "/id") && !decidedIds.add(decision.id()))
                bodyValidation.fault(pointer + "/id", "is decided twice");
            bodyValidation.required(decision.decision(), pointer + "/decision");
            if (decision.decision() == DecisionBatch.Outcome.return_ && decision.note() == null)
                bodyValidation.fault(pointer + "/note", "is missing: who gets a report back must know why");
            bodyValidation.length(decision.note(), TextLimits.LONGEST_NARRATIVE, pointer + "/note");
        }
        bodyValidation.throwIfInvalid();
    }

    private final class DecisionWork implements BatchWork<Decision, Result> {

        private final Set<Commitment> changed = new LinkedHashSet<>();

        @Override
        public Result carryOut(Decision decision) {
            Update update = updates.findByIdOptional(decision.id())
                    .orElseThrow(() ->
                            ProblemException.body(List.of(Fault.body("/id", "there is no update " + decision.id()))));
            obstacle(decision, update).ifPresent(fault -> {
                throw ProblemException.body(List.of(fault));
            });
            return decide(decision, update, changed);
        }

        @Override
        public Result refused(Decision decision, List<Fault> faults) {
            return Result.refused(decision.id(), faults);
        }

        @Override
        public ProblemType problemType() {
            return ProblemType.DECISIONS_REFUSED;
        }

        @Override
        public String refusal() {
            return "decisions cannot be made";
        }
    }

    private Optional<Fault> obstacle(Decision decision, Update update) {
        if (update.state() != UpdateState.submitted)
            return Optional.of(
                    Fault.body("/id", decision.id() + " is " + update.state() + " already; " + remedy(update)));
        if (callerContext.caller().is(update.submittedBy()))
            return Optional.of(Fault.body("/id", decision.id() + " is your own; someone else decides on it"));
        if (decision.decision() == DecisionBatch.Outcome.return_) return Optional.empty();
        return validation
                .obstacle(update.body(), commitments.byCode(update.commitment()))
                .map(Decisions::toReturn);
    }

    private static Fault toReturn(Fault fault) {
        String advice = "; return it, and let it be reported again as it fits";
        return new Fault("/decision", null, fault.message() + advice, fault.allowed(), fault.nearest());
    }

    /** What a user can do about an update that was decided before (rule 3.8). */
    private String remedy(Update update) {
        return update.state() == UpdateState.returned
                ? "whoever reported it reports again"
                : "a new report puts it right, with \"corrects\": \""
                        + updates.latestCorrection(update).id() + "\" and a reason";
    }

    /** Appends the entry of a decision; the note of an acceptance gets an entry of its own, since acceptance is public and the note is not. */
    private EntryRef append(Commitment commitment, UpdateBody decidedBody, String actor) {
        if (decidedBody.state() != UpdateState.accepted || decidedBody.note() == null)
            return UpdateSubmission.append(ledger, commitment, decidedBody, actor);
        ledger.append(new NewEntry(
                actor,
                CommitmentEntryKinds.subject(commitment.code()),
                CommitmentEntryKinds.NOTED,
                decidedBody.effectiveOn(),
                null,
                new NoteBody(decidedBody.id(), decidedBody.submittedBy(), decidedBody.note())));
        return UpdateSubmission.append(
                ledger, commitment, decidedBody.decided(UpdateState.accepted, actor, null), actor);
    }

    private Result decide(Decision decision, Update update, Set<Commitment> changed) {
        Commitment commitment = commitments.byCode(update.commitment());
        String actor = callerContext.caller().actor();
        boolean accept = decision.decision() == DecisionBatch.Outcome.accept;
        UpdateBody decidedBody =
                update.body().decided(accept ? UpdateState.accepted : UpdateState.returned, actor, decision.note());
        EntryRef recorded = append(commitment, decidedBody, actor);
        update.decide(decidedBody, recorded);
        if (accept) {
            updates.putInForce(decidedBody, recorded);
            changed.add(commitment);
        }
        return Result.recorded(update, recorded);
    }
}
