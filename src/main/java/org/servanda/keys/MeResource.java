package org.servanda.keys;

import java.util.List;
import java.util.Optional;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import org.servanda.access.Access;
import org.servanda.access.Caller;
import org.servanda.access.Matrix;
import org.servanda.access.Scope;
import org.servanda.ledger.Registers;

/** Tells callers who they are here, so that a client can offer what will be allowed and nothing else. */
@Path("/api/v1/me")
@Tag(name = "Access", description = "Keys, and what they are for.")
@Transactional
class MeResource {

    private final Registers registers;
    private final Access access;
    private final Matrix matrix;
    private final ApiKeys keys;

    MeResource(Registers registers, Access access, Matrix matrix, ApiKeys keys) {
        this.registers = registers;
        this.access = access;
        this.matrix = matrix;
        this.keys = keys;
    }

    @GET
    @Operation(operationId = "getMe", summary = "Who you are here, and what you may do")
    public MeView me() {
        registers.now();
        Caller caller = access.caller();
        Optional<ApiKeyView> key = caller.anonymous()
                ? Optional.empty()
                : keys.findByIdOptional(caller.id()).map(ApiKey::view);
        return new MeView(
                caller.actor(),
                caller.role(),
                caller.party(),
                key.map(ApiKeyView::label).orElse(null),
                key.map(ApiKeyView::expiresAt).orElse(null),
                permissions(caller));
    }

    private List<MeView.Permission> permissions(Caller caller) {
        return matrix.operations().entrySet().stream()
                .map(operation -> new MeView.Permission(
                        operation.getKey(), operation.getValue().to(caller.role())))
                .filter(permission -> permission.scope() != Scope.none)
                .toList();
    }
}
