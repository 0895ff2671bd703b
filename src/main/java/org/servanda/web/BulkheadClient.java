package org.servanda.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;

import org.servanda.text.Sha256;

/**
 * The client of a bulkhead: all requests with the same credentials, or without credentials from the same address, are
 * one client. Whether the credentials are valid does not matter here.
 *
 * @param bearer SHA-256 of the Authorization header; null when there is none
 */
public record BulkheadClient(String bearer, String address) {

    public static BulkheadClient of(HttpServerRequest request) {
        String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        return new BulkheadClient(
                shown == null ? null : Sha256.sha256(shown),
                request.remoteAddress().hostAddress());
    }

    boolean anonymous() {
        return bearer == null;
    }

    /** The key under which the requests of this client are counted. */
    String sharingKey() {
        return anonymous() ? "at " + address : "with " + bearer;
    }
}
