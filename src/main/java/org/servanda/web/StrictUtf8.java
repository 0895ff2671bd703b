package org.servanda.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads bytes as UTF-8 and nothing else; Java's own way puts U+FFFD for what is none. */
final class StrictUtf8 {

    private StrictUtf8() {}

    /** The text; empty where the bytes are not UTF-8, as where a character is spelt longer than it need be. */
    static Optional<String> decode(byte[] bytes) {
        try {
            // A new decoder reports what is malformed.
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
