package org.servanda.progress.decisions;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.progress.batches.BatchItems;
import org.servanda.text.Bilingual;

/** A batch of decisions, as it is sent: up to 200, each on another update. */
@Schema(description = "Decisions that are to be made together.")
record DecisionBatch(
        @Schema(
                        required = true,
                        description = "The decisions, in the order in which they are made.",
                        minItems = 1,
                        maxItems = BatchItems.MOST_ITEMS)
                List<Decision> items) {

    /** The two decisions on an update. */
    @Schema(description = "What becomes of an update.")
    enum Outcome {
        accept,
        // "return" is a keyword of Java.
        @JsonProperty("return")
        return_;

        @Override
        public String toString() {
            return this == return_ ? "return" : name();
        }
    }

    @Schema(description = "A decision on one update.")
    record Decision(
            @Schema(required = true, description = "Id of the update.", examples = "ACJS-2024.III.2-U1") String id,
            @Schema(required = true, description = "Whether it counts or goes back.") Outcome decision,
            @Schema(description = "What the reporter should know; needed for return.") Bilingual note) {}
}
