package org.servanda.tokens;

import java.io.IOException;
import java.util.List;

import org.jose4j.jwk.JsonWebKey;

/** Where the keys of a provider come from. */
interface JwksSource {

    List<JsonWebKey> fetch() throws IOException;
}
