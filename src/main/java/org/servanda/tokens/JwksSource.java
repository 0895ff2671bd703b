package org.servanda.tokens;

import java.io.IOException;
import java.util.List;

import org.jose4j.jwk.JsonWebKey;

/** Source of a provider's public keys. */
interface JwksSource {

    List<JsonWebKey> fetch() throws IOException;
}
