package org.servanda.reports.changes;

import java.util.ArrayList;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.TimeParameters;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;

/** The query parameters for the earlier of two read points. */
public record BaselineParameters(
        @QueryParam("fromAsOf")
                @Parameter(
                        description =
                                "The earlier state: as it stood at the end of this day, which is not after asOf. Left out, the day of asOf. At least one of fromAsOf and fromKnownAt is needed.",
                        example = "2025-12-31",
                        schema = @Schema(type = SchemaType.STRING, format = "date"))
                String fromAsOf,
        @QueryParam("fromKnownAt")
                @Parameter(
                        description =
                                "The earlier state: as known at this moment (ISO 8601 with zone, such as 2026-01-31T23:59:59Z) or revision, which is not later than knownAt. Left out, as known at knownAt: then a late report about an early day is no change.",
                        schema = @Schema(type = SchemaType.STRING))
                String fromKnownAt) {

    /** The earlier read point as the parameters name it. Call it before the later one is read, and then {@link #before}. */
    ReadPoint coordinates(ReadPoints readPoints, TimeParameters to) {
        if (fromAsOf == null && fromKnownAt == null)
            throw ProblemException.parameters(
                    List.of(Fault.parameter("fromAsOf", "this or fromKnownAt is needed: the state to compare with")));
        TimeParameters earlier = new TimeParameters(
                fromAsOf == null ? to.asOf() : fromAsOf, fromKnownAt == null ? to.knownAt() : fromKnownAt);
        try {
            // In a transaction of its own, since a moment must be resolved before anything else is read.
            return QuarkusTransaction.requiringNew().call(() -> readPoints.at(earlier));
        } catch (ProblemException problem) {
            throw ProblemException.parameters(
                    problem.faults().stream().map(this::named).toList());
        }
    }

    /**
     * The earlier read point, with the day or revision of the later one where a parameter was left out (rule 12.5).
     *
     * @param given as {@link #coordinates} read it
     * @throws ProblemException when it is later than the later one in one of the two times
     */
    ReadPoint before(ReadPoint later, ReadPoint given) {
        ReadPoint earlier =
                (fromKnownAt == null ? later : given).withDay(fromAsOf == null ? later.asOf() : given.asOf());
        List<Fault> faults = new ArrayList<>();
        if (earlier.asOf().isAfter(later.asOf()))
            faults.add(Fault.parameter("fromAsOf", "is after asOf, which is " + later.asOf()));
        if (earlier.revision() > later.revision())
            faults.add(Fault.parameter(
                    "fromKnownAt",
                    "is later than knownAt: revision " + earlier.revision() + " after " + later.revision()));
        if (!faults.isEmpty()) throw ProblemException.parameters(faults);
        return earlier;
    }

    /** The fault with the name of the parameter that the client sent. */
    private Fault named(Fault fault) {
        boolean mine = fault.parameter().equals("asOf") ? fromAsOf != null : fromKnownAt != null;
        if (!mine) return fault;
        String name = fault.parameter().equals("asOf") ? "fromAsOf" : "fromKnownAt";
        return Fault.parameter(name, fault.message());
    }
}
