package org.servanda.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/** The {@code Link: rel="next"} header (RFC 8288): the address of the same query with the cursor of the next page. */
public final class NextLink {

    private NextLink() {}

    /**
     * The response for a page, with the link when there is a next page. The link has no host, so that it works behind
     * any proxy.
     */
    public static <T> RestResponse<T> response(T page, String cursor, UriInfo uri) {
        var builder = RestResponse.ResponseBuilder.ok(page);
        if (cursor == null) return builder.build();
        return builder.header(HttpHeaders.LINK, "<" + uri.getPath() + "?" + query(uri, cursor) + ">; rel=\"next\"")
                .build();
    }

    private static String query(UriInfo uri, String cursor) {
        MultivaluedMap<String, String> parameters = uri.getQueryParameters();
        List<String> parts = new ArrayList<>();
        parameters.forEach((name, values) -> {
            if (!name.equals("cursor")) values.forEach(value -> parts.add(name + "=" + encode(value)));
        });
        parts.add("cursor=" + cursor);
        return String.join("&", parts);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",");
    }
}
