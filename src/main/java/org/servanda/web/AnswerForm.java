package org.servanda.web;

import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;

/** In which form the running request wants its answer. */
@RequestScoped
public class AnswerForm {

    private Fields fields = Fields.ALL;
    private Long revision;
    private boolean secret;

    public void choose(Fields chosen) {
        fields = chosen;
    }

    /** Names the revision of the register that the answer was read at. */
    public void read(long newRevision) {
        revision = newRevision;
    }

    /** The answer holds a secret: it is kept by nobody on the way, and not compressed (its size would tell of it). */
    public void holdSecret() {
        secret = true;
    }

    boolean secret() {
        return secret;
    }

    Optional<Long> revision() {
        return Optional.ofNullable(revision);
    }

    Fields fields() {
        return fields;
    }
}
