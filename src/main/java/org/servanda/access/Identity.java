package org.servanda.access;

import java.time.Instant;

/**
 * What a bearer that counts says of its holder.
 *
 * @param label by which people know it; told to its holder and recorded nowhere; may be null
 * @param subject by which an identity provider names the holder; null where there is none
 * @param expiresAt from when on it opens nothing; null for an anonymous caller, who shows none
 */
public record Identity(Caller caller, String label, String subject, Instant expiresAt) {

    static final Identity NONE = new Identity(Caller.ANONYMOUS, null, null, null);
}
