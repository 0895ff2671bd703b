package org.servanda.commitments.search;

import java.util.List;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of a page: order, size, cursor and fields. */
public record PageParameters(
        @QueryParam("sort")
                @Parameter(
                        description =
                                "Order: code (the order of the documents), updated, due or reportDue, with - before it for descending.",
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        enumeration = {
                                            "code",
                                            "-code",
                                            "updated",
                                            "-updated",
                                            "due",
                                            "-due",
                                            "reportDue",
                                            "-reportDue"
                                        },
                                        defaultValue = "code"))
                String sort,
        @QueryParam("limit")
                @Parameter(
                        description = "Largest number of items on the page.",
                        schema =
                                @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
                String limit,
        @QueryParam("cursor")
                @Parameter(description = "The next of the page before. Valid for the same filter and sort only.")
                String cursor,
        @QueryParam("fields")
                @Parameter(description = "Only these fields of each item, comma-separated; code is always there.")
                List<String> fields,
        @QueryParam("count")
                @Parameter(
                        description = "true adds total, the number of items in the filter.",
                        schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                String count) {}
