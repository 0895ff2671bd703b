package org.servanda.progress.updates;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.progress.batches.BatchResults;
import org.servanda.web.Problem.Fault;

/** The results of a batch of updates. */
@Schema(description = "What became of the reports that were sent together.")
record UpdateBatchResults(
        @Schema(required = true, description = "One for each report, in the order of the request.") List<Result> items)
        implements BatchResults<UpdateBatchResults> {

    @Schema(name = "ReportResult", description = "What became of one report.")
    record Result(
            @Schema(required = true, description = "Code of the commitment.") String commitment,
            @Schema(description = "Id of the update; absent when nothing was written.") String id,
            @Schema(description = "Its state; absent when the report was refused.") UpdateState state,
            @Schema(description = "Number of the entry that holds it; absent when nothing was written.") Long entry,
            @Schema(description = "What is wrong with it when it was refused; with mode=partial only.")
                    List<Fault> errors) {

        static Result recorded(Update update) {
            return new Result(update.commitment(), update.id(), update.state(), update.submittedEntry(), null);
        }

        static Result refused(String commitment, List<Fault> faults) {
            return new Result(commitment, null, null, null, faults);
        }
    }

    @Override
    public UpdateBatchResults withoutEntries() {
        return new UpdateBatchResults(items.stream()
                .map(item -> new Result(item.commitment(), null, item.state(), null, item.errors()))
                .toList());
    }
}
