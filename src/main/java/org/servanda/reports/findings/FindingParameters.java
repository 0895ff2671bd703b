package org.servanda.reports.findings;

import java.time.LocalDate;
import java.util.List;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of the findings report. */
public record FindingParameters(
        @QueryParam("finding")
                @Parameter(
                        description = "Kinds of findings; all when left out. May be repeated or comma-separated.",
                        schema = @Schema(type = SchemaType.ARRAY, implementation = FindingKind.class))
                List<String> finding,
        @QueryParam("reportDate")
                @Parameter(
                        description =
                                "Days before which a change of status is a finding; may be repeated or comma-separated. When left out: the day of asOf, and the days up to it by which the cycles of the instrument were due.",
                        schema = @Schema(type = SchemaType.ARRAY, implementation = LocalDate.class))
                List<String> reportDate) {}
