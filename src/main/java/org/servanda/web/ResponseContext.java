package org.servanda.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;

/** In which form the running request wants its answer, and where in time it was read. */
@RequestScoped
public class ResponseContext {

    private final Map<String, Object> readPointHeaders = new LinkedHashMap<>();
    private FieldSelection fields = FieldSelection.ALL;
    private boolean secret;
    private boolean doubtful;

    public void selectFields(FieldSelection selection) {
        fields = selection;
    }

    /** Names the coordinates at which the register was read, in headers of the answer. */
    public void setReadPoint(LocalDate asOf, Instant knownAt, long revision) {
        readPointHeaders.put("Servanda-Revision", revision);
        readPointHeaders.put("Servanda-As-Of", asOf);
        readPointHeaders.put("Servanda-Known-At", knownAt);
    }

    Map<String, Object> readPointHeaders() {
        return readPointHeaders;
    }

    /** The answer holds a secret: it is kept by nobody on the way, and not compressed (its size would tell of it). */
    public void markSecret() {
        secret = true;
    }

    boolean secret() {
        return secret;
    }

    /** Whether what was done will last is not known: the client must not be told that it was done. */
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
