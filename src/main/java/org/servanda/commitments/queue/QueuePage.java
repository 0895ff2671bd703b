package org.servanda.commitments.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.commitments.filters.CommitmentFilter;
import org.servanda.commitments.summary.SummaryView.SummaryCell;

/** One page of the queue, as it is answered. */
@Schema(name = "Queue", description = "One page of the commitments on which a report is owed, the longest due first.")
record QueuePage(
        @Schema(required = true, description = "The commitments, the longest due first.") List<QueueItem> items,
        @Schema(description = "Cursor of the next page; absent on the last one.") String next,
        @Schema(description = "Number of commitments in the queue; only with count=true.") Long total,
        @Schema(description = "How many of them never had a report, are due, are overdue; only with count=true.")
                List<SummaryCell> counts,
        @Schema(required = true, description = "Where the same are counted.") CountLinks counted,
        @Schema(required = true, description = "The day whose state was read, in the register's zone.") LocalDate asOf,
        @Schema(required = true, description = "When the last entry that counts was recorded (UTC).") Instant knownAt,
        @Schema(required = true, description = "Revision of the register that was read.") long revision) {

    @Schema(name = "QueueCounted", description = "Addresses that count the commitments in the queue by freshness.")
    record CountLinks(
            @Schema(required = true, description = "And by the party that is to report.") String byReporter,
            @Schema(required = true, description = "And by owner.") String byOwner,
            @Schema(required = true, description = "And by instrument.") String byInstrument) {

        static CountLinks of(CommitmentFilter filter) {
            return new CountLinks(by("reporter", filter), by("owner", filter), by("instrument", filter));
        }

        private static String by(String dimension, CommitmentFilter filter) {
            return "/api/v1/summary?by=" + dimension + ",freshness&" + filter.query();
        }
    }
}
