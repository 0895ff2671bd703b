package org.servanda.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

import jakarta.ws.rs.core.HttpHeaders;

import org.servanda.text.Nearest;
import org.servanda.web.Problem.Fault;

/** The one way to refuse a request; {@link Problems} turns it into the answer. */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String CHALLENGE = "Bearer realm=\"servanda\"";

    private final Reason reason;
    private final transient List<Fault> faults;
    private final transient Map<String, String> headers;
    private final transient Object current;

    public Refusal(Reason reason, String detail) {
        this(reason, detail, List.of());
    }

    public Refusal(Reason reason, String detail, List<Fault> faults) {
        this(reason, detail, faults, Map.of(), null);
    }

    private Refusal(Reason reason, String detail, List<Fault> faults, Map<String, String> headers, Object current) {
        // No stack trace: a refusal is an answer, not a failure of ours, and it is made on every bad request.
        super(detail, null, false, false);
        this.reason = reason;
        this.faults = List.copyOf(faults);
        this.headers = headers;
        this.current = current;
    }

    /** Refuses a query for all that is wrong with it. */
    public static Refusal parameters(List<Fault> faults) {
        return new Refusal(Reason.INVALID_PARAMETER, sentence(faults), faults);
    }

    /** Refuses a body for all that is wrong with it. */
    public static Refusal body(List<Fault> faults) {
        return new Refusal(Reason.INVALID_BODY, sentence(faults), faults);
    }

    /** There is no {@code what} with this code; the nearest known one is named. */
    public static Refusal unknown(String what, String code, Supplier<List<String>> known) {
        return unknown(what, code, Nearest.to(code, known.get()));
    }

    /** The same with what was most likely meant, where that can be told. */
    public static Refusal unknown(String what, String code, Optional<String> meant) {
        String hint = meant.map(nearest -> " The nearest known one is " + nearest + ".")
                .orElse("");
        return new Refusal(Reason.NOT_FOUND, "There is no " + what + " " + code + "." + hint);
    }

    /** Whoever asks gave no bearer, and what is asked for needs one. */
    public static Refusal unauthenticated(String detail) {
        return new Refusal(Reason.UNAUTHENTICATED, detail).with(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
    }

    /** A bearer was given and does not count (RFC 6750, 3.1). The detail is ASCII without quotes: it goes into a header. */
    public static Refusal invalidToken(String detail) {
        return new Refusal(Reason.UNAUTHENTICATED, detail)
                .with(
                        HttpHeaders.WWW_AUTHENTICATE,
                        CHALLENGE + ", error=\"invalid_token\", error_description=\"" + detail + '"');
    }

    /** The same refusal with one more header. */
    public Refusal with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Refusal(reason, getMessage(), faults, more, current);
    }

    /** The same refusal, asking the client to wait. */
    public Refusal retryAfter(long seconds) {
        return with(HttpHeaders.RETRY_AFTER, "" + seconds);
    }

    /** The same refusal with the state as it is now. */
    public Refusal showing(Object state) {
        return new Refusal(reason, getMessage(), faults, headers, state);
    }

    private static String sentence(List<Fault> faults) {
        Fault first = faults.get(0);
        String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more, see errors)";
        return first.place() + ": " + first.message() + more;
    }

    public Reason reason() {
        return reason;
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
