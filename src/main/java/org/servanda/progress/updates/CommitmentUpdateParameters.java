package org.servanda.progress.updates;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Query parameters of the list of the updates of one commitment. */
public record CommitmentUpdateParameters(
        @QueryParam("state")
                @Parameter(description = "What became of them.", schema = @Schema(implementation = UpdateState.class))
                String state,
        @QueryParam("party") @Parameter(description = "Code of the one party they speak of.") String party,
        @QueryParam("limit")
                @Parameter(
                        description = "Largest number of items on the page.",
                        schema =
                                @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
                String limit,
        @QueryParam("cursor") @Parameter(description = "The next of the page before.") String cursor) {

    UpdateParameters about(String commitment) {
        return new UpdateParameters(state, commitment, null, party, limit, cursor);
    }
}
