package org.servanda.progress.updates;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.progress.batches.BatchItems;

/** A batch of updates, as it is sent: up to 200, of any commitments. */
@Schema(description = "Reports that are to be recorded together.")
record UpdateBatch(
        @Schema(
                        required = true,
                        description =
                                "The reports, in the order in which they are recorded; several may be on one commitment.",
                        minItems = 1,
                        maxItems = BatchItems.MOST_ITEMS)
                List<UpdateBatchItem> items) {}
