package org.servanda.web;

import java.util.List;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Content negotiation: refuses a request with 406 when the client accepts no media type or coding of the response, and
 * with 415 when the body has a Content-Encoding. It runs before the operation does any work.
 */
class ContentNegotiation {

    private static final String ANYTHING = "*/*";

    private final ServedContract contract;

    ContentNegotiation(ServedContract contract) {
        this.contract = contract;
    }

    @ServerRequestFilter(priority = Priorities.HEADER_DECORATOR)
    void check(ContainerRequestContext request, ResourceInfo resource) {
        if (resource.getResourceMethod() == null) return;
        if (AcceptedCodings.of(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING))
                .acceptsNothing())
            throw new ProblemException(
                    ProblemType.NOT_ACCEPTABLE, "It is sent as it is or with gzip; Accept-Encoding takes neither.");
        AcceptedTypes types = AcceptedTypes.of(request.getHeaderString(HttpHeaders.ACCEPT));
        List<String> offered = contract.mediaTypes(request.getMethod(), AdmissionControl.routing());
        if (!offered.isEmpty()
                && !offered.contains(ANYTHING)
                && offered.stream().allMatch(types::refuses))
            throw new ProblemException(ProblemType.NOT_ACCEPTABLE, offer(offered));
        String coding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.strip().equalsIgnoreCase("identity"))
            throw new ProblemException(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is, without a Content-Encoding.")
                    .with(HttpHeaders.ACCEPT_ENCODING, "identity");
    }

    /** The sentence that tells a refused client which media types there are. */
    static String offer(List<String> offered) {
        return offered.size() == 1
                ? "Ask for " + offered.get(0) + "."
                : "Ask for one of " + String.join(", ", offered) + ".";
    }
}
