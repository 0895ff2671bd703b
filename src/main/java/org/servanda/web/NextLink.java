package org.servanda.web;

import java.net.URI;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/** The {@code Link: rel="next"} header (RFC 8288): the same query, one page on. */
public final class NextLink {

    private NextLink() {}

    /** Answers with the link when there is a next page. Without host, so that it holds behind whatever proxy was used. */
    public static <T> RestResponse<T> answer(T page, String next, UriInfo uri) {
        var answer = RestResponse.ResponseBuilder.ok(page);
        if (next == null) return answer.build();
        URI target =
                uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
        String link = "<" + target.getRawPath() + "?" + target.getRawQuery() + ">; rel=\"next\"";
        return answer.header(HttpHeaders.LINK, link).build();
    }
}
