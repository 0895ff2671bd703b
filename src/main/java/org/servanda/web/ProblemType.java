package org.servanda.web;

/** The types of problems (RFC 9457). The code never changes; each type has a page under {@code /problems/}. */
public enum ProblemType {
    UNKNOWN_PARAMETER(400, "The query holds a parameter that does not exist here"),
    INVALID_PARAMETER(400, "A query parameter has a value that is not allowed"),
    INVALID_CURSOR(400, "The cursor is not one this query gave out"),
    MALFORMED_BODY(400, "The body cannot be read"),
    INVALID_BODY(400, "The body breaks a rule"),
    BAD_REQUEST(400, "The request cannot be read"),
    IDEMPOTENCY_KEY_REQUIRED(400, "The request needs an Idempotency-Key"),
    UNAUTHENTICATED(401, "A valid key or token is needed"),
    FORBIDDEN(403, "This is not allowed"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This method is not allowed here"),
    NOT_ACCEPTABLE(406, "None of the media types asked for is available"),
    BODY_TOO_SLOW(408, "The body came too slowly"),
    ILLEGAL_MOVE(409, "The report does not fit what was reported before and after it"),
    ALREADY_EXISTS(409, "The code is taken"),
    DECISIONS_REFUSED(409, "Some of the decisions are refused, so none was made"),
    UPDATES_REFUSED(409, "Some of the reports are refused, so none was recorded"),
    CYCLE_CLOSED(409, "The cycle is closed"),
    REQUEST_IN_PROGRESS(409, "A request with this Idempotency-Key is being worked on"),
    PRECONDITION_FAILED(412, "The state has changed since it was read"),
    BODY_TOO_LARGE(413, "The body is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has a media type that is not read here"),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request"),
    PRECONDITION_REQUIRED(428, "The request must say which state it changes"),
    TOO_MANY_FAILURES(429, "Too many keys that are not valid"),
    TOO_MANY_AT_ONCE(429, "You have as much in work as one client may have at one time"),
    HEADERS_TOO_LARGE(431, "The request headers are too large"),
    INTERNAL_ERROR(500, "Something broke on our side"),
    NOT_IMPLEMENTED(501, "The request asks for something that is not built in"),
    UNAVAILABLE(503, "The register is not available right now"),
    TOKENS_UNCHECKED(503, "Tokens cannot be checked right now"),
    OUTCOME_UNKNOWN(503, "It is not known whether the change was kept"),
    LOG_INCONSISTENT(503, "The log is not what it was when it was signed"),
    LOG_IDENTITY_CHANGED(503, "The log is signed under another name or with other keys");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The address of the page that explains the type, relative to the host that was asked. */
    public String type() {
        return "/problems/" + code() + ".md";
    }

    /** The type for an HTTP status about which nothing more exact is known. */
    public static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> BODY_TOO_SLOW;
            case 412 -> PRECONDITION_FAILED;
            case 413 -> BODY_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 428 -> PRECONDITION_REQUIRED;
            case 429 -> TOO_MANY_FAILURES;
            case 431 -> HEADERS_TOO_LARGE;
            case 501 -> NOT_IMPLEMENTED;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? INTERNAL_ERROR : BAD_REQUEST;
        };
    }
}
