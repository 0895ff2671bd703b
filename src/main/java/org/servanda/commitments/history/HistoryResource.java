package org.servanda.commitments.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import org.servanda.commitments.search.CommitmentQueries;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.TimeParameters;

@Path("/api/v1/commitments/{code}/history")
@Tag(name = "Commitments")
@Transactional
class HistoryResource {

    @Schema(description = "The changes of a commitment, in the order of the ledger.")
    public record ChangeList(
            @Schema(required = true, description = "The changes.") List<ChangeView> items,
            @Schema(required = true, description = "Up to which day in the world they hold.") LocalDate asOf,
            @Schema(required = true, description = "When the last entry that counts was recorded (UTC).")
                    Instant knownAt,
            @Schema(required = true, description = "Revision of the register that was read.") long revision) {}

    private final CommitmentQueries pages;
    private final ChangeLog changes;
    private final ReadPoints readPoints;

    HistoryResource(CommitmentQueries pages, ChangeLog changes, ReadPoints readPoints) {
        this.pages = pages;
        this.changes = changes;
        this.readPoints = readPoints;
    }

    @GET
    @Operation(
            operationId = "getCommitmentHistory",
            summary = "Every change of this commitment: old and new, from when, recorded when, by whom and why",
            description =
                    "For auditors and for readers who ask why a state is another one than before: one item for each field and each stretch of days that an entry of the ledger changed. An item with an early day may have been recorded late.")
    public ChangeList history(
            @Parameter(description = "Code of the commitment.", example = "ACJS-2024.III.2") @PathParam("code")
                    String code,
            @BeanParam TimeParameters time) {
        ReadPoint at = readPoints.at(time);
        return new ChangeList(changes.of(pages.commitment(code, at), at), at.asOf(), at.knownAt(), at.revision());
    }
}
