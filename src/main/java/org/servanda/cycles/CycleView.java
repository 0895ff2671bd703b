package org.servanda.cycles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.ledger.Entry;
import org.servanda.text.Bilingual;

/** A cycle as it is answered. */
@Schema(name = "Cycle", description = "A period for which reports are asked, and what was seen when it closed.")
record CycleView(
        @Schema(required = true, description = "Its code.", examples = "ADGMIN-2026") String code,
        @Schema(required = true, description = "What it is called.") Bilingual title,
        @Schema(required = true, description = "Codes of the instruments it is about.") List<String> instruments,
        @Schema(description = "The standing body whose instruments they are, where it was named.") String mechanism,
        @Schema(required = true, description = "The days of which reports are to speak.") Period period,
        @Schema(required = true, description = "From which day on reports are asked for.") LocalDate opensOn,
        @Schema(required = true, description = "The day by which they are to be there.") LocalDate dueOn,
        @Schema(required = true, description = "Where it is on the day.") CycleState state,
        @Schema(description = "What was frozen when it was closed; absent until then.") Frozen frozen,
        @Schema(required = true, description = "Where its commitments are read: what was frozen, else as they are.")
                Reads reads,
        @Schema(required = true, description = "When its last entry was recorded (UTC).") Instant recordedAt,
        @Schema(required = true, description = "Number of its last entry in the ledger.") long entry) {

    @Schema(name = "Frozen", description = "The coordinates of what was seen when a cycle was closed.")
    record Frozen(
            @Schema(required = true, description = "The day in the world: the last of its period.") LocalDate asOf,
            @Schema(required = true, description = "When it was closed (UTC).") Instant knownAt,
            @Schema(required = true, description = "Revision of the register then.") long revision,
            @Schema(required = true, description = "Who closed it, as the ledger names it.") String closedBy) {}

    @Schema(name = "CycleReads", description = "Addresses that read the commitments of a cycle.")
    record Reads(
            @Schema(required = true, description = "The commitments.") String commitments,
            @Schema(required = true, description = "Counts of them by status and area.") String summary,
            @Schema(required = true, description = "Who owes a report.") String queue) {

        static Reads of(List<String> instruments, Frozen frozen) {
            String query = "instrument=" + String.join(",", instruments)
                    + (frozen == null ? "" : "&asOf=" + frozen.asOf() + "&knownAt=" + frozen.revision());
            return new Reads(
                    "/api/v1/commitments?" + query,
                    "/api/v1/summary?by=status,area&" + query,
                    "/api/v1/queue?" + query);
        }
    }

    /**
     * @param instruments codes of the instruments of the cycle
     * @param day the day for which the state is derived
     */
    static CycleView of(Entry entry, List<String> instruments, LocalDate day) {
        CycleBody body = entry.body(CycleBody.class);
        Frozen frozen = body.closed()
                ? new Frozen(body.period().to(), entry.recordedAt(), entry.sequence(), entry.actor())
                : null;
        return new CycleView(
                body.code(),
                body.title(),
                instruments,
                body.mechanism(),
                body.period(),
                body.opensOn(),
                body.dueOn(),
                CycleState.of(body, day),
                frozen,
                Reads.of(instruments, frozen),
                entry.recordedAt(),
                entry.sequence());
    }
}
