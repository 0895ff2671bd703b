package org.servanda.progress.decisions;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.ledger.EntryRef;
import org.servanda.progress.batches.BatchResults;
import org.servanda.progress.updates.Update;
import org.servanda.progress.updates.UpdateState;
import org.servanda.web.Problem.Fault;

/** The results of a batch of decisions; faults are named as for a batch of updates (rule 13.2). */
@Schema(description = "What became of the updates that were decided on.")
record DecisionBatchResults(
        @Schema(required = true, description = "One for each decision, in the order of the request.")
                List<Result> items)
        implements BatchResults<DecisionBatchResults> {

    @Schema(name = "DecisionResult", description = "What became of one update.")
    record Result(
            @Schema(required = true, description = "Id of the update.") String id,
            @Schema(description = "Its state now; absent when the decision was refused.") UpdateState state,
            @Schema(description = "Number of the entry that says so; absent when nothing was written.") Long entry,
            @Schema(description = "What is wrong with the decision when it was refused; with mode=partial only.")
                    List<Fault> errors) {

        static Result recorded(Update update, EntryRef recorded) {
            return new Result(update.id(), update.state(), recorded.sequence(), null);
        }

        static Result refused(String id, List<Fault> faults) {
            return new Result(id, null, null, faults);
        }
    }

    @Override
    public DecisionBatchResults withoutEntries() {
        return new DecisionBatchResults(items.stream()
                .map(item -> new Result(item.id(), item.state(), null, item.errors()))
                .toList());
    }
}
