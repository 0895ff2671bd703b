package org.servanda.ledger;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters asOf and knownAt, as text; every operation that reads has them. */
public record TimeParameters(
        @QueryParam("asOf")
                @Parameter(
                        description =
                                "The state at the end of this day in the world, in the register's zone, such as 2026-03-31. Today when left out; a day to come is refused.",
                        schema = @Schema(type = SchemaType.STRING, format = "date"))
                String asOf,
        @QueryParam("knownAt")
                @Parameter(
                        description =
                                "As the register knew it then: a moment with zone (ISO 8601) such as 2026-04-01T00:00:00Z, or a revision such as 313. Now when left out; what is to come is refused. Only a revision names one state exactly: a moment is compared to the microsecond, and a JavaScript Date keeps milliseconds.",
                        schema = @Schema(type = SchemaType.STRING))
                String knownAt) {

    /** No parameters: today, as known now. */
    public static final TimeParameters NOW = new TimeParameters(null, null);
}
