package org.servanda.web;

import java.io.IOException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import org.servanda.web.Problem.Fault;

/** Exception mappers: the only class that turns exceptions of resources into problem responses. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ServedContract contract;
    private final DiskSpaceCheck diskSpace;

    ProblemMappers(ServedContract contract, DiskSpaceCheck diskSpace) {
        this.contract = contract;
        this.diskSpace = diskSpace;
    }

    @ServerExceptionMapper
    Response problem(ProblemException problemException, UriInfo uri) {
        Problem problem = Problem.of(
                        problemException.type(),
                        problemException.getMessage(),
                        uri.getPath(),
                        problemException.faults())
                .withCurrent(problemException.current());
        Response response = response(problem);
        problemException.headers().forEach(response.getHeaders()::putSingle);
        return response;
    }

    /** Maps refusals of the framework: unknown path, method, media type, a body that a reader could not read. */
    @ServerExceptionMapper
    Response framework(WebApplicationException e, UriInfo uri, Request request, RoutingContext routing) {
        ProblemType problemType = ProblemType.ofStatus(e.getResponse().getStatus());
        if (problemType.status() >= 500) return unexpected(e, uri, request, routing);
        if (problemType == ProblemType.UNAUTHENTICATED)
            return problem(ProblemException.unauthenticated(detail(problemType)), uri);
        boolean isPatch = problemType == ProblemType.UNSUPPORTED_MEDIA_TYPE
                && request.getMethod().equals("PATCH");
        String detail = isPatch ? "Send application/merge-patch+json." : detail(problemType);
        List<String> offered = contract.mediaTypes(request.getMethod(), routing);
        if (problemType == ProblemType.NOT_ACCEPTABLE && !offered.isEmpty()) detail = ContentNegotiation.offer(offered);
        return answer(problemType, detail, uri, List.of());
    }

    /** Maps exceptions for which Quarkus has mappers of its own; naming the types here takes precedence. */
    @ServerExceptionMapper({JDBCConnectionException.class, SQLTransientConnectionException.class})
    Response databaseUnavailable(Exception e, UriInfo uri, Request request, RoutingContext routing) {
        return unexpected(e, uri, request, routing);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, UriInfo uri, Request request, RoutingContext routing) {
        if (clientLeft(e, routing)) return problem(TruncatedBody.problem(routing, e), uri);
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problemException) return problem(problemException, uri);
        }
        boolean writing = !Set.of("GET", "HEAD").contains(request.getMethod());
        Optional<DatabaseFailure> failure = e instanceof JDBCConnectionException
                ? DatabaseFailure.find(e, writing).or(() -> Optional.of(DatabaseFailure.AWAY))
                : DatabaseFailure.find(e, writing);
        if (failure.isPresent()) {
            diskSpace.noteIfFull(e);
            LOG.warnf("store trouble %s: %s", failure.get(), e.getMessage());
            return problem(failure.get().problem(), uri);
        }
        String id = UUID.randomUUID().toString();
        LOG.errorf(e, "request %s failed, id %s", uri.getPath(), id);
        Problem problem = Problem.of(
                ProblemType.INTERNAL_ERROR, "Tell us the id and we find it in the log.", uri.getPath(), List.of());
        return response(problem.logged(id));
    }

    /**
     * Whether the client disconnected before its body was read: not a fault of ours, and nobody receives the response.
     */
    private static boolean clientLeft(Throwable e, RoutingContext routing) {
        boolean broken = e instanceof IOException || e.getCause() instanceof IOException;
        return broken
                && !(e instanceof IllegalStateException)
                && routing.response().closed();
    }

    static String detail(ProblemType problemType) {
        return switch (problemType) {
            case NOT_FOUND -> "No such path. The contract at /openapi lists every path there is.";
            case METHOD_NOT_ALLOWED -> "The path exists; the contract at /openapi lists the methods it takes.";
            case BAD_REQUEST ->
                "The address holds a character or an escape that is not allowed; percent-encode it as UTF-8 (RFC 3986).";
            case NOT_ACCEPTABLE -> "Ask for application/json.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send application/json.";
            default -> problemType.title() + ".";
        };
    }

    private static Response answer(ProblemType problemType, String detail, UriInfo uri, List<Fault> faults) {
        return response(Problem.of(problemType, detail, uri.getPath(), faults));
    }

    private static Response response(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem)
                .build();
    }
}
