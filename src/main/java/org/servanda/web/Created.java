package org.servanda.web;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** The 201 answer. */
public final class Created {

    private Created() {}

    /** Answers with what was made and its address: without host, so that it holds behind whatever proxy was used. */
    public static <T> RestResponse<T> answer(T made, String path) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, made)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}
