package org.servanda.web;

import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import org.servanda.web.Problem.Fault;

/** Turns whatever was thrown into a problem answer; the only place that does. */
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    /** Seconds after which a client may ask again while the store is away; a restart of PostgreSQL takes about this long. */
    private static final int RETRY_AFTER = 5;

    private final AllowedMethods methods;

    Problems(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerExceptionMapper
    Response refused(Refusal refusal, UriInfo uri) {
        return answer(refusal.reason(), refusal.getMessage(), uri, refusal.faults());
    }

    /** Quarkus brings a mapper of its own for the second one, with an empty body; only naming it as well outdoes that. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response notJson(JsonProcessingException e, UriInfo uri) {
        String place =
                e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
        if (e instanceof UnrecognizedPropertyException unknown) {
            List<String> known = unknown.getKnownPropertyIds().stream()
                    .map(Object::toString)
                    .sorted()
                    .toList();
            Fault fault = Fault.body(pointer(unknown), "unknown field " + unknown.getPropertyName())
                    .allowing(known, unknown.getPropertyName());
            return answer(Reason.INVALID_BODY, fault.message() + place, uri, List.of(fault));
        }
        if (e instanceof MismatchedInputException wrong && !wrong.getPath().isEmpty()) {
            return answer(
                    Reason.INVALID_BODY,
                    "A field of the body has a value of the wrong type" + place,
                    uri,
                    List.of(Fault.body(pointer(wrong), "expected " + kind(wrong.getTargetType()))));
        }
        return answer(Reason.MALFORMED_BODY, "The body is not well-formed JSON" + place, uri, List.of());
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, UriInfo uri) {
        List<Fault> faults = e.getConstraintViolations().stream()
                .map(violation -> Fault.body(pointer(violation.getPropertyPath()), violation.getMessage()))
                .toList();
        return answer(Reason.INVALID_BODY, "The body breaks " + faults.size() + " rule(s)", uri, faults);
    }

    /** What the framework refuses: unknown path, method, media type, a body that a reader could not read. */
    @ServerExceptionMapper
    Response framework(WebApplicationException e, UriInfo uri) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) return notJson(json, uri);
        }
        Reason reason = Reason.ofStatus(e.getResponse().getStatus());
        if (reason.status() >= 500) return broken(e, uri);
        Response answer = answer(reason, detail(reason), uri, List.of());
        if (reason == Reason.METHOD_NOT_ALLOWED)
            methods.of(uri.getPath()).ifPresent(allow -> answer.getHeaders().putSingle(HttpHeaders.ALLOW, allow));
        return answer;
    }

    @ServerExceptionMapper({JDBCConnectionException.class, SQLTransientConnectionException.class})
    Response storeAway(Exception e, UriInfo uri) {
        LOG.warnf("the store does not answer: %s", e.getMessage());
        Response problem = answer(Reason.UNAVAILABLE, "The store does not answer; ask again.", uri, List.of());
        return Response.fromResponse(problem)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                .build();
    }

    @ServerExceptionMapper
    Response broken(Throwable e, UriInfo uri) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) return refused(refusal, uri);
            if (cause instanceof JDBCConnectionException || cause instanceof java.sql.SQLException sql && away(sql)) {
                return storeAway((Exception) cause, uri);
            }
        }
        String id = UUID.randomUUID().toString();
        LOG.errorf(e, "request %s failed, id %s", uri.getPath(), id);
        Problem problem = Problem.of(
                Reason.INTERNAL_ERROR,
                "Tell us the id and we find it in the log.",
                uri.getPath() + "#" + id,
                List.of());
        return response(problem);
    }

    /** SQLSTATE class 08 is "connection exception", 57P is "operator intervention" (shutdown, crash). */
    private static boolean away(java.sql.SQLException e) {
        String state = e.getSQLState();
        return e instanceof SQLTransientConnectionException
                || state != null && (state.startsWith("08") || state.startsWith("57P"))
                || String.valueOf(e.getMessage()).contains("Acquisition timeout");
    }

    static String detail(Reason reason) {
        return switch (reason) {
            case NOT_FOUND -> "No such path. The contract at /openapi lists every path there is.";
            case METHOD_NOT_ALLOWED -> "The path exists; the Allow header lists the methods it takes.";
            case BAD_REQUEST ->
                "The address holds a character or an escape that is not allowed; percent-encode it as UTF-8 (RFC 3986).";
            case NOT_ACCEPTABLE -> "Ask for application/json.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send application/json.";
            default -> reason.title() + ".";
        };
    }

    private static Response answer(Reason reason, String detail, UriInfo uri, List<Fault> faults) {
        return response(Problem.of(reason, detail, uri.getPath(), faults));
    }

    private static Response response(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem)
                .build();
    }

    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return pointer.toString();
    }

    /** Bean Validation's path begins with the Java method and its parameter; the client knows neither. */
    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        StreamSupport.stream(path.spliterator(), false).skip(2).forEach(node -> {
            if (node.getIndex() != null) pointer.append('/').append(node.getIndex());
            if (node.getName() != null) pointer.append('/').append(node.getName());
        });
        return pointer.toString();
    }

    private static String kind(Class<?> type) {
        if (type == null) return "another type";
        if (type.isEnum())
            return "one of "
                    + String.join(
                            ", ",
                            java.util.Arrays.stream(type.getEnumConstants())
                                    .map(Object::toString)
                                    .toList());
        if (Number.class.isAssignableFrom(type) || type.isPrimitive() && type != boolean.class) return "a number";
        if (type == Boolean.class || type == boolean.class) return "true or false";
        if (CharSequence.class.isAssignableFrom(type)) return "a text";
        if (java.util.Collection.class.isAssignableFrom(type)) return "an array";
        if (java.time.temporal.Temporal.class.isAssignableFrom(type)) return "an ISO 8601 date or time";
        return "an object";
    }
}
