package org.servanda.proofs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import org.servanda.text.Sha256;

/**
 * A key that verifies the signatures of one signing key: {@code <name>+<id>+<base64 of 01 and the Ed25519 public key>}
 * (C2SP signed-note).
 * Stated a second time, independently, in {@code org.servanda.verify.VerifierKey}.
 *
 * @param text the key as auditors write it down
 */
record VerifierKey(String name, int id, String text) {

    /** The only signature type that is written and read here. */
    static final byte ED25519 = 1;

    private static final int KEY_BYTES = 32;

    /** RFC 8410: the bytes before the 32 bytes of a public key in X.509. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    static VerifierKey of(String name, byte[] publicKey) {
        requireName(name);
        byte[] typed = typed(publicKey);
        int id = id(name, typed);
        return new VerifierKey(
                name, id, name + "+" + hex(id) + "+" + Base64.getEncoder().encodeToString(typed));
    }

    /** @throws IllegalArgumentException when the text is not a verifier key; the message says why */
    static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) throw new IllegalArgumentException("a verifier key is <name>+<id>+<key>");
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != KEY_BYTES + 1 || typed[0] != ED25519)
            throw new IllegalArgumentException("only Ed25519 keys are read");
        VerifierKey key = of(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.text.equals(text)) throw new IllegalArgumentException("the id is not that of name and key");
        return key;
    }

    /** Requires a name that is not empty and has no white space, no plus and no control character. */
    static void requireName(String name) {
        boolean plain = name.codePoints()
                .noneMatch(c -> c == '+'
                        || Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.isISOControl(c)
                        || Character.getType(c) == Character.SURROGATE);
        if (name.isEmpty() || !plain)
            throw new IllegalArgumentException(
                    "'" + name + "' is no name: it must have a character, and no space, plus or control character");
    }

    /**
     * The id by which signatures name the key: the beginning of a digest. An attacker can make two keys with the same
     * id.
     */
    private static int id(String name, byte[] typed) {
        MessageDigest sha256 = Sha256.sha256();
        sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(sha256.digest(typed)).getInt();
    }

    static String hex(int id) {
        return HexFormat.of().toHexDigits(id);
    }

    static byte[] typed(byte[] key) {
        return ByteBuffer.allocate(key.length + 1).put(ED25519).put(key).array();
    }

    boolean verifies(String note, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey());
            check.update(note.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] typed = Base64.getDecoder().decode(text.split("\\+", 3)[2]);
        byte[] encoded = Arrays.copyOf(X509, X509.length + KEY_BYTES);
        System.arraycopy(typed, 1, encoded, X509.length, KEY_BYTES);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
