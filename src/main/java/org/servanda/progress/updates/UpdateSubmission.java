package org.servanda.progress.updates;

import java.util.ArrayList;
import java.util.LinkedHashSet;
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
import org.servanda.web.BodyValidation;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

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

    /**
     * Reports on several commitments, in the order given, each on what the ones before it have made of the register.
     *
     * @param partial whether to record those that can be recorded when others cannot
     * @throws ProblemException with everything that is wrong with every report, unless partial
     */
    UpdateBatchResults report(UpdateBatch wanted, boolean partial) {
        ledger.lock();
        check(wanted);
        List<UpdateBatchResults.Result> results = new ArrayList<>();
        List<Fault> refused = new ArrayList<>();
        Set<Commitment> changed = new LinkedHashSet<>();
        for (int i = 0; i < wanted.items().size(); i++) {
            UpdateBatch.Item item = wanted.items().get(i);
            try {
                Commitment commitment = commitment(item.commitment());
                Update update = record(commitment, item.update());
                changed.add(commitment);
                results.add(UpdateBatchResults.Result.made(update));
            } catch (ProblemException problem) {
                List<Fault> faults = faults(problem, "/items/" + i);
                refused.addAll(faults);
                results.add(UpdateBatchResults.Result.refused(item.commitment(), faults));
            }
        }
        if (!refused.isEmpty() && !partial) throw refusal(refused, results);
        projection.catchUp(changed);
        return new UpdateBatchResults(results);
    }

    private static void check(UpdateBatch wanted) {
        BodyValidation bodyValidation = new BodyValidation();
        if (!bodyValidation.required(wanted.items(), "/items")) throw bodyValidation.problem();
        if (wanted.items().isEmpty() || wanted.items().size() > UpdateBatch.MOST)
            bodyValidation.fault("/items", "must hold 1 to " + UpdateBatch.MOST + " reports");
        for (int i = 0; i < wanted.items().size(); i++) {
            if (bodyValidation.required(wanted.items().get(i), "/items/" + i))
                bodyValidation.required(wanted.items().get(i).commitment(), "/items/" + i + "/commitment");
        }
        bodyValidation.throwIfInvalid();
    }

    private Commitment commitment(String code) {
        return commitments
                .findByCode(code)
                .orElseThrow(() ->
                        ProblemException.body(List.of(Fault.body("/commitment", "there is no commitment " + code))));
    }

    private static List<Fault> faults(ProblemException problem, String place) {
        List<Fault> faults =
                problem.faults().isEmpty() ? List.of(Fault.body("", problem.getMessage())) : problem.faults();
        return faults.stream().map(fault -> fault.below(place)).toList();
    }

    private static ProblemException refusal(List<Fault> faults, List<UpdateBatchResults.Result> results) {
        long refused =
                results.stream().filter(result -> result.errors() != null).count();
        return new ProblemException(
                ProblemType.UPDATES_REFUSED,
                refused + " of " + results.size() + " reports cannot be recorded, so none was.",
                faults);
    }

    /** Checks all before it writes anything, so that a refusal leaves nothing; the standings are for the caller to follow. */
    private Update record(Commitment commitment, NewUpdate report) {
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
