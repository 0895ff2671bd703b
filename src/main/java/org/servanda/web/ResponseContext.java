package org.servanda.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;

/**
 * Request-scoped state for the response: the selected fields, the read point, whether it holds a secret, whether its
 * outcome is in doubt.
 */
@RequestScoped
public class ResponseContext {

    private final Map<String, Object> readPointHeaders = new LinkedHashMap<>();
    private FieldSelection fields = FieldSelection.ALL;
    private boolean secret;
    private boolean doubtful;

    public void selectFields(FieldSelection selection) {
        fields = selection;
    }

    /** Sets the read point, which the response names in its headers. */
    public void setReadPoint(LocalDate asOf, Instant knownAt, long revision) {
        readPointHeaders.put("Servanda-Revision", revision);
        readPointHeaders.put("Servanda-As-Of", asOf);
        readPointHeaders.put("Servanda-Known-At", knownAt);
    }

    Map<String, Object> readPointHeaders() {
        return readPointHeaders;
    }

    /**
     * Marks the response as secret: no cache may store it, and it is not compressed, since its size would reveal
     * something.
     */
    public void markSecret() {
        secret = true;
    }

    boolean secret() {
        return secret;
    }

    /** Marks the outcome as unknown: the change may be lost, so the client must not be told that it was made. */
    public void markDoubtful() {
        doubtful = true;
    }

    boolean doubtful() {
        return doubtful;
    }

    FieldSelection fields() {
        return fields;
    }
}
