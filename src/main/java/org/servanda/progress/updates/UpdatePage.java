package org.servanda.progress.updates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a list of updates. */
@Schema(description = "One page of a list of updates.")
record UpdatePage(
        @Schema(required = true, description = "The updates, in the order in which they were submitted.")
                List<UpdateView> items,
        @Schema(description = "Cursor of the next page; absent on the last one.") String next,
        @Schema(required = true, description = "Up to which day in the world they speak.") LocalDate asOf,
        @Schema(required = true, description = "When the last entry that counts was recorded (UTC).") Instant knownAt,
        @Schema(required = true, description = "Revision of the register that was read.") long revision) {}
