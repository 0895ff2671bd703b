package org.servanda.progress.updates;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Query parameters of the list of all updates. */
public record UpdateParameters(
        @QueryParam("state")
                @Parameter(description = "What became of them.", schema = @Schema(implementation = UpdateState.class))
                String state,
        @QueryParam("commitment") @Parameter(description = "Code of the commitment.") String commitment,
        @QueryParam("instrument") @Parameter(description = "Code of the instrument.") String instrument,
        @QueryParam("party") @Parameter(description = "Code of the one party they speak of.") String party,
        @QueryParam("limit")
                @Parameter(
                        description = "Largest number of items on the page.",
                        schema =
                                @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
                String limit,
        @QueryParam("cursor") @Parameter(description = "The next of the page before.") String cursor) {}
