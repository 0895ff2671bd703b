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

import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/**
 * Request filter that authenticates the caller and authorizes the operation by the access matrix. An operation that is
 * not in the matrix is closed to all.
 */
class AccessFilter {

    private static final Logger LOG = Logger.getLogger(AccessFilter.class);

    private final BearerAuthentication authentication;
    private final AccessMatrix matrix;
    private final CallerContext callerContext;
    private final boolean publicRead;

    AccessFilter(
            BearerAuthentication authentication,
            AccessMatrix matrix,
            CallerContext callerContext,
            AccessConfig config) {
        this.authentication = authentication;
        this.matrix = matrix;
        this.callerContext = callerContext;
        this.publicRead = config.publicRead();
    }

    /**
     * Runs before parameters and bodies are read, so that a caller who is refused learns nothing else about the
     * request.
     */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    void authorize(ContainerRequestContext request, ResourceInfo resource, HttpServerRequest connection) {
        // Without a resource method the framework itself answers: 404, 405, or OPTIONS.
        if (resource.getResourceMethod() == null) return;
        String address = connection.remoteAddress().hostAddress();
        Identity identity = authentication.authenticate(request.getHeaderString(HttpHeaders.AUTHORIZATION), address);
        callerContext.set(identity, scope(operation(resource.getResourceMethod()), identity.caller()));
    }

    private static String operation(Method method) {
        Operation operation = method.getAnnotation(Operation.class);
        return operation == null ? method.toString() : operation.operationId();
    }

    private Scope scope(String operation, Caller caller) {
        AccessMatrix.Grants grants = matrix.of(operation).orElse(null);
        if (grants == null) {
            LOG.errorf("operation '%s' is not in the matrix of access and so is closed to all", operation);
            throw new ProblemException(ProblemType.FORBIDDEN, "Nobody has been allowed to do this.");
        }
        Scope scope = caller.anonymous() && !publicRead ? Scope.none : grants.to(caller.role());
        if (scope != Scope.none) return scope;
        if (caller.anonymous())
            throw ProblemException.unauthenticated("This needs a key: Authorization: Bearer svd_….");
        String allowed = Arrays.stream(Role.values())
                .filter(role -> grants.to(role) != Scope.none)
                .map(Role::toString)
                .collect(Collectors.joining(", "));
        throw new ProblemException(
                ProblemType.FORBIDDEN,
                "Your role is " + caller.role() + "; this is for: " + (allowed.isEmpty() ? "nobody" : allowed) + ".");
    }
}
