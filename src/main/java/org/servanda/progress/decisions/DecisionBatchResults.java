package org.servanda.progress.decisions;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.ledger.EntryRef;
import org.servanda.progress.updates.BatchRunner;
import org.servanda.progress.updates.Update;
import org.servanda.progress.updates.UpdateState;
import org.servanda.web.Problem.Fault;

/** What became of the updates that were decided on; what is wrong with one is named as with a report (rule 13.2). */
@Schema(description = "What became of the updates that were decided on.")
record DecisionBatchResults(
        @Schema(required = true, description = "One for each decision, in the order of the request.")
                List<Result> items)
        implements BatchRunner.Results<DecisionBatchResults> {

    @Schema(name = "DecisionResult", description = "What became of one update.")
    record Result(
            @Schema(required = true, description = "Id of the update.") String id,
            @Schema(description = "Its state now; absent when the decision was refused.") UpdateState state,
            @Schema(description = "Number of the entry that says so; absent when nothing was written.") Long entry,
            @Schema(description = "What is wrong with the decision when it was refused; with mode=partial only.")
                    List<Fault> errors) {

        static Result made(Update update, EntryRef recorded) {
            return new Result(update.id(), update.state(), recorded.sequence(), null);
        }

        static Result refused(String id, List<Fault> why) {
            return new Result(id, null, null, why);
        }
    }

    @Override
    public DecisionBatchResults rehearsed() {
        return new DecisionBatchResults(items.stream()
                .map(item -> new Result(item.id(), item.state(), null, item.errors()))
                .toList());
    }
}
