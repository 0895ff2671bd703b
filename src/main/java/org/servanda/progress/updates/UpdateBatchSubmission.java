package org.servanda.progress.updates;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.Commitment;
import org.servanda.commitments.Commitments;
import org.servanda.commitments.standings.StandingProjection;
import org.servanda.ledger.Ledger;
import org.servanda.progress.batches.BatchItems;
import org.servanda.progress.batches.BatchWork;
import org.servanda.web.BodyValidation;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/** Records a batch of updates: all of them or none, unless the caller asks for those that can be recorded. */
@ApplicationScoped
class UpdateBatchSubmission {

    private final Ledger ledger;
    private final Commitments commitments;
    private final StandingProjection projection;
    private final UpdateSubmission submission;

    UpdateBatchSubmission(
            Ledger ledger, Commitments commitments, StandingProjection projection, UpdateSubmission submission) {
        this.ledger = ledger;
        this.commitments = commitments;
        this.projection = projection;
        this.submission = submission;
    }

    /**
     * Records the updates in the order of the request, each on the register as the updates before it have left it.
     *
     * @param partial whether to record the updates that can be recorded when others are refused
     * @throws ProblemException with every fault of every update, unless partial
     */
    UpdateBatchResults submit(UpdateBatch batch, boolean partial) {
        ledger.lock();
        check(batch);
        Submissions submissions = new Submissions();
        List<UpdateBatchResults.Result> results = BatchItems.carryOut(batch.items(), partial, submissions);
        projection.catchUp(submissions.changed);
        return new UpdateBatchResults(results);
    }

    private static void check(UpdateBatch batch) {
        BodyValidation bodyValidation = new BodyValidation();
        BatchItems.checkNumber(batch.items(), "reports", bodyValidation);
        for (int i = 0; i < batch.items().size(); i++) {
            UpdateBatchItem item = batch.items().get(i);
            if (bodyValidation.required(item, BatchItems.pointer(i)))
                bodyValidation.required(item.commitment(), BatchItems.pointer(i) + "/commitment");
        }
        bodyValidation.throwIfInvalid();
    }

    private final class Submissions implements BatchWork<UpdateBatchItem, UpdateBatchResults.Result> {

        private final Set<Commitment> changed = new LinkedHashSet<>();

        @Override
        public UpdateBatchResults.Result carryOut(UpdateBatchItem item) {
            Commitment commitment = commitment(item.commitment());
            Update update = submission.record(commitment, item.update());
            changed.add(commitment);
            return UpdateBatchResults.Result.recorded(update);
        }

        private Commitment commitment(String code) {
            return commitments
                    .findByCode(code)
                    .orElseThrow(() -> ProblemException.body(
                            List.of(Fault.body("/commitment", "there is no commitment " + code))));
        }

        @Override
        public UpdateBatchResults.Result refused(UpdateBatchItem item, List<Fault> faults) {
            return UpdateBatchResults.Result.refused(item.commitment(), faults);
        }

        @Override
        public ProblemType problemType() {
            return ProblemType.UPDATES_REFUSED;
        }

        @Override
        public String refusal() {
            return "reports cannot be recorded";
        }
    }
}
