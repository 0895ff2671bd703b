package org.servanda.commitments.queue;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of a page of the queue. */
public record QueueParameters(
        @QueryParam("limit")
                @Parameter(
                        description = "Largest number of items on the page.",
                        schema =
                                @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
                String limit,
        @QueryParam("cursor") @Parameter(description = "The next of the page before. Valid for the same filter only.")
                String cursor,
        @QueryParam("count")
                @Parameter(
                        description = "true adds total and counts.",
                        schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                String count) {}
