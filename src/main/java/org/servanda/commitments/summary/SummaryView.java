package org.servanda.commitments.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.commitments.AssessmentResult;
import org.servanda.commitments.Assurance;
import org.servanda.commitments.CommitmentKind;
import org.servanda.commitments.CountBy;
import org.servanda.commitments.Freshness;
import org.servanda.commitments.Obligation;
import org.servanda.commitments.PartyStatus;
import org.servanda.commitments.Schedule;
import org.servanda.commitments.Status;
import org.servanda.commitments.counts.CombinationCount;
import org.servanda.commitments.filters.CommitmentFilter;
import org.servanda.commitments.filters.Dimension;
import org.servanda.commitments.filters.Facet;

/** Counts by one or two dimensions, as they are answered. */
@Schema(
        name = "Summary",
        description =
                "Counts by one or two dimensions. Cells of a dimension with several values for one commitment (area, party, reporter, partyStatus, owner) add up to more than the denominator.")
public record SummaryView(
        @Schema(required = true, description = "The dimensions counted by.") List<Dimension> by,
        @Schema(required = true, description = "What is counted.") CountBy countBy,
        @Schema(required = true, description = "Number in the filter: what every count is out of.") long denominator,
        @Schema(required = true, description = "The counts that are not zero.") List<SummaryCell> cells,
        @Schema(required = true, description = "The day whose state was read, in the register's zone.") LocalDate asOf,
        @Schema(required = true, description = "When the last entry that counts was recorded (UTC).") Instant knownAt,
        @Schema(required = true, description = "Revision of the register that was read.") long revision) {

    @Schema(description = "One count, with the values it is for.")
    public record SummaryCell(
            @Schema(description = "Code of the instrument.") String instrument,
            @Schema(description = "Code of the area, primary or further.") String area,
            @Schema(description = "Code of the primary area.") String primaryArea,
            @Schema(description = "Code of the owner, or how the text names one.") String owner,
            @Schema(description = "Code of the party.") String party,
            @Schema(description = "Code of the party that is to report.") String reporter,
            @Schema(description = "Where the party stands.") PartyStatus partyStatus,
            @Schema(description = "Where it stands.") Status status,
            @Schema(description = "What sort of thing was promised.") CommitmentKind kind,
            @Schema(description = "How strongly the verb binds.") Obligation obligation,
            @Schema(description = "How it stands against its time frame.") Schedule schedule,
            @Schema(description = "How recently progress was reported.") Freshness freshness,
            @Schema(description = "How well its standing is backed.") Assurance assurance,
            @Schema(description = "What an independent assessor found.") AssessmentResult assessment,
            @Schema(required = true, description = "Number of commitments, or of promises: the numerator.") long count,
            @Schema(
                            required = true,
                            description =
                                    "Address that lists exactly these commitments; all that are the same promise where promises are counted.")
                    String items) {

        static SummaryCell of(CombinationCount combination, CommitmentFilter filter) {
            CommitmentFilter narrowed = filter;
            Map<Dimension, String> values = new EnumMap<>(Dimension.class);
            for (Facet facet : combination.facets()) {
                narrowed = narrowed.with(facet.dimension(), facet.value());
                values.put(facet.dimension(), facet.value());
            }
            return new SummaryCell(
                    values.get(Dimension.instrument),
                    values.get(Dimension.area),
                    values.get(Dimension.primaryArea),
                    values.get(Dimension.owner),
                    values.get(Dimension.party),
                    values.get(Dimension.reporter),
                    word(values, Dimension.partyStatus, PartyStatus.class),
                    word(values, Dimension.status, Status.class),
                    word(values, Dimension.kind, CommitmentKind.class),
                    word(values, Dimension.obligation, Obligation.class),
                    word(values, Dimension.schedule, Schedule.class),
                    word(values, Dimension.freshness, Freshness.class),
                    word(values, Dimension.assurance, Assurance.class),
                    word(values, Dimension.assessment, AssessmentResult.class),
                    combination.count(),
                    "/api/v1/commitments?" + narrowed.query());
        }

        private static <E extends Enum<E>> E word(Map<Dimension, String> values, Dimension dimension, Class<E> type) {
            String value = values.get(dimension);
            return value == null ? null : Enum.valueOf(type, value);
        }
    }
}
