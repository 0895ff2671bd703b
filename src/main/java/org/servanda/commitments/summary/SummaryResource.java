package org.servanda.commitments.summary;

import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import org.servanda.commitments.CountBy;
import org.servanda.commitments.filters.Dimension;
import org.servanda.commitments.search.FilterParameters;
import org.servanda.commitments.search.ListRequestParser;
import org.servanda.ledger.TimeParameters;

@Path("/api/v1/summary")
@Tag(name = "Commitments")
@Transactional
class SummaryResource {

    private final ListRequestParser listRequestParser;
    private final Summaries summaries;

    SummaryResource(ListRequestParser listRequestParser, Summaries summaries) {
        this.listRequestParser = listRequestParser;
        this.summaries = summaries;
    }

    @GET
    @Operation(
            operationId = "countCommitments",
            summary = "Count the commitments by one or two dimensions, each count with the address of its items",
            description =
                    "For dashboards: numbers for charts, each with a link to the list that it counts. With two dimensions the answer is a table. More than two dimensions are refused with 400.")
    public SummaryView count(
            @Parameter(
                            description = "One or two dimensions, comma-separated.",
                            required = true,
                            example = "[\"area\"]",
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = Dimension.class,
                                            minItems = 1,
                                            maxItems = 2))
                    @QueryParam("by")
                    List<String> by,
            @Parameter(
                            description =
                                    "pledge (the default) counts every commitment; promise counts those that links of the type same_promise join, directly or through others, once.",
                            schema = @Schema(implementation = CountBy.class, defaultValue = "pledge"))
                    @QueryParam("countBy")
                    String countBy,
            @BeanParam FilterParameters filter,
            @BeanParam TimeParameters time) {
        List<Dimension> dimensions = listRequestParser.by(by);
        CountBy counted = listRequestParser.countBy(countBy);
        return summaries.count(listRequestParser.filter(filter, time), dimensions, counted);
    }
}
