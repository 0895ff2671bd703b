package org.servanda.ledger;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * 128 bits of chance in each entry. The hash of every entry is public, and most of what a withheld one says can be guessed
 * from what is public: without the salt, whoever guesses it could tell by the hash that the guess was right.
 */
final class Salt {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Salt() {}

    /** A new one, in lower-case hexadecimal. */
    static String draw() {
        byte[] salt = new byte[BYTES];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
