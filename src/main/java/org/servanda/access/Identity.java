package org.servanda.access;

import java.time.Instant;

/**
 * The identity of a caller, as valid credentials prove it.
 *
 * @param label the name of the key or of the account; shown to its holder and not recorded; may be null
 * @param subject the identity provider's name for the holder; null without a provider
 * @param expiresAt when the credentials expire; null for an anonymous caller
 */
public record Identity(Caller caller, String label, String subject, Instant expiresAt) {

    static final Identity NONE = new Identity(Caller.ANONYMOUS, null, null, null);
}
