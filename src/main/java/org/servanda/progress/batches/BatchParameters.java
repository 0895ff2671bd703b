package org.servanda.progress.batches;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import org.servanda.web.EnumParameters;

/** How a batch is carried out, read from the query: its mode, and whether it is a dry run. */
public record BatchParameters(
        @QueryParam("mode")
                @Parameter(
                        description =
                                "atomic: all or none. partial: those that can be done, with what is wrong with each other one.",
                        schema = @Schema(implementation = Mode.class, defaultValue = "atomic"))
                String mode,
        @QueryParam("dryRun")
                @Parameter(
                        description = "true checks everything and writes nothing.",
                        schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                String dryRun) {

    /** Whether a refused item refuses the whole batch. */
    enum Mode {
        atomic,
        partial
    }

    public boolean partial() {
        return mode != null && EnumParameters.of("mode", mode, Mode.class) == Mode.partial;
    }

    boolean isDryRun() {
        return EnumParameters.readBoolean("dryRun", dryRun);
    }
}
