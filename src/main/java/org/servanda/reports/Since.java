package org.servanda.reports;

import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import org.servanda.ledger.Coordinates;
import org.servanda.ledger.Registers;
import org.servanda.ledger.TimeParameters;
import org.servanda.web.Problem.Fault;
import org.servanda.web.Refusal;

/** The earlier of two coordinates. */
public record Since(
        @QueryParam("fromAsOf")
                @Parameter(
                        description =
                                "The earlier state: as it stood at the end of this day. Left out, the day of asOf. At least one of fromAsOf and fromKnownAt is needed.",
                        example = "2025-12-31",
                        schema = @Schema(type = SchemaType.STRING, format = "date"))
                String fromAsOf,
        @QueryParam("fromKnownAt")
                @Parameter(
                        description =
                                "The earlier state: as known at this moment (ISO 8601 with zone) or revision. Left out, as known at knownAt: then a late report about an early day is no change.",
                        example = "2026-01-31T23:59:59Z",
                        schema = @Schema(type = SchemaType.STRING))
                String fromKnownAt) {

    /** @param to the later coordinates */
    Coordinates coordinates(Registers registers, TimeParameters to) {
        if (fromAsOf == null && fromKnownAt == null)
            throw Refusal.parameters(
                    List.of(Fault.parameter("fromAsOf", "this or fromKnownAt is needed: the state to compare with")));
        TimeParameters earlier = new TimeParameters(
                fromAsOf == null ? to.asOf() : fromAsOf, fromKnownAt == null ? to.knownAt() : fromKnownAt);
        try {
            // In a transaction of its own, since a moment is settled before anything else is read.
            return QuarkusTransaction.requiringNew().call(() -> registers.at(earlier));
        } catch (Refusal refusal) {
            throw Refusal.parameters(refusal.faults().stream().map(this::named).toList());
        }
    }

    /** The same fault told of the parameter that was given. */
    private Fault named(Fault fault) {
        boolean mine = fault.parameter().equals("asOf") ? fromAsOf != null : fromKnownAt != null;
        if (!mine) return fault;
        String name = fault.parameter().equals("asOf") ? "fromAsOf" : "fromKnownAt";
        return Fault.parameter(name, fault.message());
    }
}
