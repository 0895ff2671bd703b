package org.servanda.keys;

import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import org.servanda.access.AccessMatrix;
import org.servanda.access.Caller;
import org.servanda.access.CallerContext;
import org.servanda.access.Identity;
import org.servanda.access.Scope;
import org.servanda.ledger.ReadPoints;

/** Returns the caller's identity and allowed operations, so that a client can offer only what is allowed. */
@Path("/api/v1/me")
@Tag(name = "Access")
@Transactional
class MeResource {

    private final ReadPoints readPoints;
    private final CallerContext callerContext;
    private final AccessMatrix matrix;

    MeResource(ReadPoints readPoints, CallerContext callerContext, AccessMatrix matrix) {
        this.readPoints = readPoints;
        this.callerContext = callerContext;
        this.matrix = matrix;
    }

    @GET
    @Operation(
            operationId = "getMe",
            summary = "Who you are here, and what you may do",
            description =
                    "For a client that wants to show only what its user may do: the role, the party, the end of the key, and for each operation how far it reaches. Without a key the answer speaks of an anonymous caller.")
    public MeView me() {
        readPoints.now();
        Identity identity = callerContext.identity();
        Caller caller = identity.caller();
        return new MeView(
                caller.actor(),
                caller.role(),
                caller.party(),
                identity.label(),
                identity.subject(),
                identity.expiresAt(),
                permissions(caller));
    }

    private List<MeView.AllowedOperation> permissions(Caller caller) {
        return matrix.operations().entrySet().stream()
                .map(operation -> new MeView.AllowedOperation(
                        operation.getKey(), operation.getValue().to(caller.role())))
                .filter(allowedOperation -> allowedOperation.scope() != Scope.none)
                .toList();
    }
}
