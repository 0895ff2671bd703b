package org.servanda.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;

import org.servanda.text.Sha256;

/**
 * Who has to share with others: whoever shows the same bearer, or comes from the same address. Says nothing of what the
 * bearer is worth.
 *
 * @param bearer a digest of what was shown; null for nothing
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

    /** Its name among those that share. */
    String sharingKey() {
        return anonymous() ? "at " + address : "with " + bearer;
    }
}
