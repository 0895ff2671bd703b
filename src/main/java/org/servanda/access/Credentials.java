package org.servanda.access;

import java.util.Optional;

/** Knows who holds which token. */
public interface Credentials {

    /** Whose token it is; empty when it does not count, whatever the cause. */
    Optional<Caller> find(String token);
}
