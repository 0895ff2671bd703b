package org.servanda.reports.bundles;

import java.util.List;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import org.servanda.reports.delivery.ReportFormat;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;

/** The query parameters of a bundle. */
public record BundleParameters(
        @QueryParam("since")
                @Parameter(
                        description =
                                "For format=bundle: a number of entries, as an earlier checkpoint has it. The bundle then proves that the log has only grown since.",
                        schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
                String since) {

    public void check(ReportFormat format) {
        if (since != null && format != ReportFormat.bundle)
            throw ProblemException.parameters(List.of(Fault.parameter("since", "is for format=bundle only")));
    }
}
