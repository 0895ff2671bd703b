package org.servanda.access;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import org.servanda.web.Reason;
import org.servanda.web.Refusal;

/** Where every request that has found its operation must pass. An operation that the matrix does not hold is closed. */
class Gate {

    private static final Logger LOG = Logger.getLogger(Gate.class);

    private final Authentication authentication;
    private final Matrix matrix;
    private final Access access;
    private final boolean publicRead;

    Gate(Authentication authentication, Matrix matrix, Access access, AccessConfig config) {
        this.authentication = authentication;
        this.matrix = matrix;
        this.access = access;
        this.publicRead = config.publicRead();
    }

    /** Before anything is said about parameters or bodies. */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    void pass(ContainerRequestContext request, ResourceInfo resource, HttpServerRequest connection) {
        // No method, no answer of ours behind the gate: the framework itself says 404, 405 or what OPTIONS are.
        if (resource.getResourceMethod() == null) return;
        String address = connection.remoteAddress().hostAddress();
        Pass pass = authentication.pass(request.getHeaderString(HttpHeaders.AUTHORIZATION), address);
        access.admit(pass, scope(operation(resource.getResourceMethod()), pass.caller()));
    }

    private static String operation(Method method) {
        Operation operation = method.getAnnotation(Operation.class);
        return operation == null ? method.toString() : operation.operationId();
    }

    private Scope scope(String operation, Caller caller) {
        Matrix.Grants grants = matrix.of(operation).orElse(null);
        if (grants == null) {
            LOG.errorf("operation '%s' is not in the matrix of access and so is closed to all", operation);
            throw new Refusal(Reason.FORBIDDEN, "Nobody has been allowed to do this.");
        }
        Scope scope = caller.anonymous() && !publicRead ? Scope.none : grants.to(caller.role());
        if (scope != Scope.none) return scope;
        if (caller.anonymous()) throw Refusal.unauthenticated("This needs a key: Authorization: Bearer svd_….");
        String allowed = Arrays.stream(Role.values())
                .filter(role -> grants.to(role) != Scope.none)
                .map(Role::toString)
                .collect(Collectors.joining(", "));
        throw new Refusal(
                Reason.FORBIDDEN,
                "Your role is " + caller.role() + "; this is for: " + (allowed.isEmpty() ? "nobody" : allowed) + ".");
    }
}
