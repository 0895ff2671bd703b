package org.servanda.reports.delivery;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import org.servanda.text.Language;

/** The query parameters for format and language of a report. */
public record ReportParameters(
        @QueryParam("format")
                @Parameter(
                        description =
                                "The format; goes before the Accept header. datapackage is the Frictionless description of the csv.",
                        schema = @Schema(implementation = ReportFormat.class))
                String format,
        @QueryParam("lang")
                @Parameter(
                        description = "Language of labels and titles; texts are always there in both.",
                        schema = @Schema(implementation = Language.class, defaultValue = "en"))
                String lang,
        @QueryParam("bom")
                @Parameter(
                        description = "true puts a byte order mark before the csv, for Excel.",
                        schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                String bom) {}
