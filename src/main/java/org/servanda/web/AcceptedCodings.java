package org.servanda.web;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import org.servanda.web.WeightedList.Element;

/**
 * The content codings that a client accepts, read from its Accept-Encoding header (RFC 9110, 12.5.3). Responses are
 * sent either uncompressed ("identity") or with gzip.
 */
final class AcceptedCodings {

    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
    private static final Set<String> IDENTITY = Set.of("identity");
    private static final Set<String> ANY = Set.of("*");

    private final List<Element> codings;

    private AcceptedCodings(List<Element> codings) {
        this.codings = codings;
    }

    /** @param acceptEncoding the header; null means that responses are sent uncompressed */
    static AcceptedCodings of(String acceptEncoding) {
        return new AcceptedCodings(WeightedList.of(acceptEncoding).elements());
    }

    /**
     * Whether a response that is worth compressing is sent with gzip: the client gives gzip at least the weight of
     * identity.
     */
    boolean prefersGzip() {
        int gzip = gzipWeight();
        return gzip > 0 && gzip >= weight(IDENTITY).orElse(0);
    }

    /** Whether a response may be sent uncompressed: always, unless the header excludes it. */
    boolean acceptsIdentity() {
        OptionalInt weight = weight(IDENTITY);
        return weight.isPresent() ? weight.getAsInt() > 0 : weight(ANY).orElse(1) > 0;
    }

    /** Whether a response may be sent with gzip. */
    boolean acceptsGzip() {
        return gzipWeight() > 0;
    }

    /** Whether the client accepts neither form, so that no response can be sent to it. */
    boolean acceptsNothing() {
        return !acceptsIdentity() && !acceptsGzip();
    }

    private int gzipWeight() {
        OptionalInt weight = weight(GZIP);
        return weight.isPresent() ? weight.getAsInt() : weight(ANY).orElse(0);
    }

    private OptionalInt weight(Set<String> names) {
        return codings.stream()
                .filter(element -> names.contains(element.name()))
                .mapToInt(Element::weight)
                .max();
    }
}
