package org.servanda.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;

/** In which form the running request wants its answer, and where in time it was read. */
@RequestScoped
public class ResponseContext {

    private final Map<String, Object> coordinates = new LinkedHashMap<>();
    private FieldSelection fields = FieldSelection.ALL;
    private boolean secret;
    private boolean doubtful;

    public void choose(FieldSelection chosen) {
        fields = chosen;
    }

    /** Names the coordinates at which the register was read, in headers of the answer. */
    public void read(LocalDate asOf, Instant knownAt, long revision) {
        coordinates.put("Servanda-Revision", revision);
        coordinates.put("Servanda-As-Of", asOf);
        coordinates.put("Servanda-Known-At", knownAt);
    }

    Map<String, Object> coordinates() {
        return coordinates;
    }

    /** The answer holds a secret: it is kept by nobody on the way, and not compressed (its size would tell of it). */
    public void holdSecret() {
        secret = true;
    }

    boolean secret() {
        return secret;
    }

    /** Whether what was done will last is not known: the client must not be told that it was done. */
    public void doubt() {
        doubtful = true;
    }

    boolean doubtful() {
        return doubtful;
    }

    FieldSelection fields() {
        return fields;
    }
}
