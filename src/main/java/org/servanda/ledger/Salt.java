package org.servanda.ledger;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The salt of an entry: 128 random bits. The hash of every entry is public, and most of the text of an entry that is
 * not public can be guessed: without the salt, the hash would confirm a right guess.
 */
final class Salt {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Salt() {}

    /** A new salt, in lower-case hexadecimal. */
    static String generate() {
        byte[] salt = new byte[BYTES];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
