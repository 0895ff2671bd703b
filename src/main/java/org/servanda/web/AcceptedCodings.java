package org.servanda.web;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import org.servanda.web.WeightedList.Element;

/**
 * The content codings that a client takes, by its Accept-Encoding header (RFC 9110, 12.5.3). An answer goes out as it is or
 * with gzip.
 */
final class AcceptedCodings {

    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
    private static final Set<String> IDENTITY = Set.of("identity");
    private static final Set<String> ANY = Set.of("*");

    private final List<Element> codings;

    private AcceptedCodings(List<Element> codings) {
        this.codings = codings;
    }

    /** @param acceptEncoding the header; without one, answers go out as they are */
    static AcceptedCodings of(String acceptEncoding) {
        return new AcceptedCodings(WeightedList.of(acceptEncoding).elements());
    }

    /** Whether it is to be compressed where that is worth it. */
    boolean prefersGzip() {
        int gzip = gzipWeight();
        return gzip > 0 && gzip >= weight(IDENTITY).orElse(0);
    }

    /** Whether an answer may go out as it is: always, unless that is said not to be taken. */
    boolean acceptsIdentity() {
        OptionalInt weight = weight(IDENTITY);
        return weight.isPresent() ? weight.getAsInt() > 0 : weight(ANY).orElse(1) > 0;
    }

    /** Whether it may be compressed at all. */
    boolean acceptsGzip() {
        return gzipWeight() > 0;
    }

    /** Whether nothing can be sent to this client. */
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
