package org.servanda.progress.decisions;

import java.util.ArrayList;
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

/** Decides on updates, one or many: all of them or none, unless the caller wants those that can be decided. */
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
     * Decides in the order given, each on what the ones before it have made of the register (rule 13.1).
     *
     * @param partial whether to make those decisions that can be made when others cannot
     * @throws ProblemException with every decision that cannot be made, unless partial
     */
    DecisionBatchResults decide(DecisionBatch wanted, boolean partial) {
        ledger.lock();
        check(wanted);
        List<Result> results = new ArrayList<>();
        List<Fault> refused = new ArrayList<>();
        Set<Commitment> changed = new LinkedHashSet<>();
        for (int i = 0; i < wanted.items().size(); i++) {
            Decision decision = wanted.items().get(i);
            Optional<Update> update = updates.findByIdOptional(decision.id());
            Optional<Fault> obstacle = update.isEmpty()
                    ? Optional.of(Fault.body("/id", "there is no update " + decision.id()))
                    : obstacle(decision, update.get());
            if (obstacle.isPresent()) {
                Fault fault = obstacle.get().below("/items/" + i);
                refused.add(fault);
                results.add(Result.refused(decision.id(), List.of(fault)));
            } else results.add(decide(decision, update.get(), changed));
        }
        if (!refused.isEmpty() && !partial)
            throw new ProblemException(
                    ProblemType.DECISIONS_REFUSED,
                    refused.size() + " of " + wanted.items().size() + " decisions cannot be made, so none was.",
                    refused);
        projection.catchUp(changed);
        return new DecisionBatchResults(results);
    }

    /** What is wrong with the request by itself; such a one is refused whole in any case. */
    private static void check(DecisionBatch wanted) {
        BodyValidation bodyValidation = new BodyValidation();
        if (!bodyValidation.required(wanted.items(), "/items")) throw bodyValidation.problem();
        if (wanted.items().isEmpty() || wanted.items().size() > DecisionBatch.MOST)
            bodyValidation.fault("/items", "must hold 1 to " + DecisionBatch.MOST + " decisions");
        bodyValidation.throwIfInvalid();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < wanted.items().size(); i++) {
            Decision decision = wanted.items().get(i);
            String pointer = "/items/" + i;
            if (!bodyValidation.required(decision, pointer)) continue;
            if (bodyValidation.required(decision.id(), pointer + "/id") && !seen.add(decision.id()))
                bodyValidation.fault(pointer + "/id", "is decided twice");
            bodyValidation.required(decision.decision(), pointer + "/decision");
            if (decision.decision() == DecisionBatch.Outcome.return_ && decision.note() == null)
                bodyValidation.fault(pointer + "/note", "is missing: who gets a report back must know why");
            bodyValidation.length(decision.note(), TextLimits.LONGEST_NARRATIVE, pointer + "/note");
        }
        bodyValidation.throwIfInvalid();
    }

    private Optional<Fault> obstacle(Decision decision, Update update) {
        if (update.state() != UpdateState.submitted)
            return Optional.of(Fault.body("/id", decision.id() + " is " + update.state() + " already; " + way(update)));
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

    /** What there is to do about an update that was decided before (rule 3.8). */
    private String way(Update decided) {
        return decided.state() == UpdateState.returned
                ? "whoever reported it reports again"
                : "a new report puts it right, with \"corrects\": \""
                        + updates.inPlaceOf(decided).id() + "\" and a reason";
    }

    /** The entry that accepts a report is for everyone to check; what was said with it is not, so it has one of its own. */
    private EntryRef append(Commitment commitment, UpdateBody decided, String actor) {
        if (decided.state() != UpdateState.accepted || decided.note() == null)
            return UpdateSubmission.append(ledger, commitment, decided, actor);
        ledger.append(new NewEntry(
                actor,
                CommitmentEntryKinds.subject(commitment.code()),
                CommitmentEntryKinds.NOTED,
                decided.effectiveOn(),
                null,
                new NoteBody(decided.id(), decided.submittedBy(), decided.note())));
        return UpdateSubmission.append(ledger, commitment, decided.decided(UpdateState.accepted, actor, null), actor);
    }

    private Result decide(Decision decision, Update update, Set<Commitment> changed) {
        Commitment commitment = commitments.byCode(update.commitment());
        String actor = callerContext.caller().actor();
        boolean accept = decision.decision() == DecisionBatch.Outcome.accept;
        UpdateBody decided =
                update.body().decided(accept ? UpdateState.accepted : UpdateState.returned, actor, decision.note());
        EntryRef recorded = append(commitment, decided, actor);
        update.decide(decided, recorded);
        if (accept) {
            updates.count(decided, recorded);
            changed.add(commitment);
        }
        return Result.made(update, recorded);
    }
}
