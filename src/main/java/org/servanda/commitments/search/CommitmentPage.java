package org.servanda.commitments.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.commitments.standings.CommitmentView;

/** One page of the list of commitments, as it is answered. */
@Schema(description = "One page of the list of commitments.")
public record CommitmentPage(
        @Schema(required = true, description = "The commitments, in the order asked for.") List<CommitmentView> items,
        @Schema(description = "Cursor of the next page; absent on the last one.") String next,
        @Schema(description = "Number of commitments in the filter; only with count=true.") Long total,
        @Schema(required = true, description = "The day whose state was read, in the register's zone.") LocalDate asOf,
        @Schema(
                        required = true,
                        description =
                                "When the last entry that counts was recorded (UTC): the state is the one known since then.")
                Instant knownAt,
        @Schema(required = true, description = "Revision of the register that was read.") long revision) {}
