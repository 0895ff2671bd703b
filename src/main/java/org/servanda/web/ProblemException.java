package org.servanda.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

import jakarta.ws.rs.core.HttpHeaders;

import org.servanda.text.ClosestMatch;
import org.servanda.web.Problem.Fault;

/** Refuses a request: the only exception for that purpose. {@link ProblemMappers} turns it into a response. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String CHALLENGE = "Bearer realm=\"servanda\"";

    private final ProblemType type;
    private final transient List<Fault> faults;
    private final transient Map<String, String> headers;
    private final transient Object current;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public ProblemException(ProblemType type, String detail, List<Fault> faults) {
        this(type, detail, faults, Map.of(), null);
    }

    private ProblemException(
            ProblemType type, String detail, List<Fault> faults, Map<String, String> headers, Object current) {
        // No stack trace: a refused request is not a failure of ours, and bad requests are frequent.
        super(detail, null, false, false);
        this.type = type;
        this.faults = List.copyOf(faults);
        this.headers = headers;
        this.current = current;
    }

    /** A query with faults; the response reports all of them. */
    public static ProblemException parameters(List<Fault> faults) {
        return new ProblemException(ProblemType.INVALID_PARAMETER, sentence(faults), faults);
    }

    /** A body with faults; the response reports all of them. */
    public static ProblemException body(List<Fault> faults) {
        return new ProblemException(ProblemType.INVALID_BODY, sentence(faults), faults);
    }

    /** 404: there is no {@code noun} with this code; the nearest known code is named. */
    public static ProblemException unknown(String noun, String code, Supplier<List<String>> knownCodes) {
        return unknown(noun, code, ClosestMatch.to(code, knownCodes.get()));
    }

    /** 404: there is no {@code noun} with this code; names the code that was probably meant, if any. */
    public static ProblemException unknown(String noun, String code, Optional<String> suggestion) {
        String hint = suggestion
                .map(nearest -> " The nearest known one is " + nearest + ".")
                .orElse("");
        return new ProblemException(ProblemType.NOT_FOUND, "There is no " + noun + " " + code + "." + hint);
    }

    /** 401: the request has no credentials, and the operation needs them. */
    public static ProblemException unauthenticated(String detail) {
        return new ProblemException(ProblemType.UNAUTHENTICATED, detail).with(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
    }

    /**
     * 401: the credentials are not valid (RFC 6750, 3.1). The detail is ASCII without quotation marks, since it is part
     * of a header.
     */
    public static ProblemException invalidToken(String detail) {
        return new ProblemException(ProblemType.UNAUTHENTICATED, detail)
                .with(
                        HttpHeaders.WWW_AUTHENTICATE,
                        CHALLENGE + ", error=\"invalid_token\", error_description=\"" + detail + '"');
    }

    /** The same problem with one more header. */
    public ProblemException with(String header, String value) {
        Map<String, String> extended = new TreeMap<>(headers);
        extended.put(header, value);
        return new ProblemException(type, getMessage(), faults, extended, current);
    }

    /** The same problem with Retry-After, in seconds. */
    public ProblemException retryAfter(long seconds) {
        return with(HttpHeaders.RETRY_AFTER, "" + seconds);
    }

    /** The same problem with the current state of the resource. */
    public ProblemException withCurrent(Object state) {
        return new ProblemException(type, getMessage(), faults, headers, state);
    }

    private static String sentence(List<Fault> faults) {
        Fault first = faults.get(0);
        String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more, see errors)";
        return first.place() + ": " + first.message() + more;
    }

    public ProblemType type() {
        return type;
    }

    public List<Fault> faults() {
        return faults;
    }

    Map<String, String> headers() {
        return headers;
    }

    Object current() {
        return current;
    }
}
