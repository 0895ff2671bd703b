package org.servanda.web;

/**
 * The order of the filters that run before a request reaches a resource: the greatest number runs first. All but the
 * last run before the server's own limit on bodies, which answers without a body.
 */
final class FilterOrder {

    static final int BACKPRESSURE = 106;
    static final int UNREAD_BODY = 105;
    static final int METRICS = 104;
    static final int SECURITY_HEADERS = 103;
    static final int FRAMING = 102;
    static final int ADDRESS = 101;
    static final int BODY_LENGTH = 100;
    static final int ORIGIN = 99;
    static final int ENCODING = 98;
    static final int METHOD = 97;
    static final int CONTRACT = 96;
    static final int ADMISSION = 95;

    /** After the server's own limit, which it replaces. */
    static final int BODY_READER_LIMIT = 1;

    private FilterOrder() {}
}
