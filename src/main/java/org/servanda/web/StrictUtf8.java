package org.servanda.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes UTF-8 strictly; Java's default decoding replaces malformed bytes by U+FFFD. */
final class StrictUtf8 {

    private StrictUtf8() {}

    /** The text; empty when the bytes are not UTF-8, for example an overlong encoding of a character. */
    static Optional<String> decode(byte[] bytes) {
        try {
            // A new decoder reports malformed input by default.
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
