package org.servanda.progress.updates;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import org.servanda.web.EnumParameters;

/** How many things at once are to be done. */
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

    /** Whether some may be done when others cannot. */
    enum Mode {
        atomic,
        partial
    }

    public boolean partial() {
        return mode != null && EnumParameters.of("mode", mode, Mode.class) == Mode.partial;
    }

    boolean rehearsal() {
        return EnumParameters.readBoolean("dryRun", dryRun);
    }
}
