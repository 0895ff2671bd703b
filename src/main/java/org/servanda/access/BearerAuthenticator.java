package org.servanda.access;

import java.util.Optional;

/** One kind of bearer, such as keys. All kinds are asked; no text may have the form of two. */
public interface BearerAuthenticator {

    /**
     * What the bearer says; empty when it has not the form of this kind, or does not count and no more is to be said.
     *
     * @throws ProblemException when more is to be said
     */
    Optional<Identity> find(String bearer);
}
