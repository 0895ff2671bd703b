package org.servanda.access;

import java.util.Optional;

/**
 * Authenticates one kind of bearer credential, such as API keys. All authenticators are asked, so no text may have the
 * form of two kinds.
 */
public interface BearerAuthenticator {

    /**
     * The identity of the holder; empty when the text does not have the form of this kind, or is invalid without a
     * special message.
     *
     * @throws ProblemException when the text is invalid and the client needs a special message
     */
    Optional<Identity> authenticate(String bearer);
}
