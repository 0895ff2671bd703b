package org.servanda.reports.samples;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of the audit sample. */
public record SampleParameters(
        @QueryParam("seed")
                @Parameter(
                        required = true,
                        description =
                                "Any text of up to 100 characters, set before the draw: the same seed draws the same sample.",
                        example = "7",
                        schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = SampleQuery.LONGEST_SEED))
                String seed,
        @QueryParam("size")
                @Parameter(
                        description = "How many commitments are drawn.",
                        schema =
                                @Schema(
                                        type = SchemaType.INTEGER,
                                        minimum = "1",
                                        maximum = "" + SampleQuery.MOST,
                                        defaultValue = "25"))
                String size,
        @QueryParam("stratify")
                @Parameter(
                        description =
                                "Draws from each primary area or each instrument by itself; from all as one when left out.",
                        schema = @Schema(implementation = Stratify.class))
                String stratify) {

    /** By what a sample is drawn in parts. */
    @Schema(name = "Stratify", description = "By what a sample is drawn in parts.")
    enum Stratify {
        area,
        instrument
    }
}
