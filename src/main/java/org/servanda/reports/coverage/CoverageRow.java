package org.servanda.reports.coverage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far reports cover the commitments of one party, area or instrument. */
@Schema(description = "How far reports cover the commitments of one party, area or instrument.")
record CoverageRow(
        @Schema(required = true, description = "By what is counted.") CoverageBy by,
        @Schema(description = "Code of the party, area or instrument; absent for all.") String code,
        @Schema(description = "What it is called; absent for all.") String label,
        @Schema(required = true, description = "How many commitments there are: what the other counts are parts of.")
                long commitments,
        @Schema(
                        required = true,
                        description =
                                "How many were ever reported on; of a party, how many for it: by its own word, or where rollUp is all or any also by a report of the secretariat about the whole.")
                long reported,
        @Schema(required = true, description = "How many were not.") long neverReported,
        @Schema(required = true, description = "How many have an overdue report; of a party, how many that it owes.")
                long overdue,
        @Schema(
                        required = true,
                        description = "How many name no owner, or all parties jointly, and nobody was assigned.")
                long noOwner,
        @Schema(required = true, description = "How many have no time frame.") long noTimeFrame,
        @Schema(description = "The address that lists these commitments; absent where no address says that.")
                String items) {

    /** By what is counted. An area counts as primary and as further one, a party where it is bound. */
    enum CoverageBy {
        all,
        instrument,
        area,
        party
    }
}
