package org.servanda.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A public key that verifies notes: {@code name+id+base64}, Ed25519 (C2SP signed-note). States again {@code
 * org.servanda.proofs.VerifierKey} in the register's program.
 *
 * @param line the key as it is written down
 */
record VerifierKey(String name, String id, PublicKey key, String line) {

    // Lengths in bytes.
    private static final int ID = 4;
    private static final int SIGNATURE = 64;
    private static final int RAW_KEY = 32;

    private static final byte ED25519 = 1;

    /** The bytes before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410), in hexadecimal. */
    private static final String X509_PREFIX = "302a300506032b6570032100";

    static VerifierKey parse(String line, String place) {
        String[] parts = line.split("\\+", 3);
        if (parts.length != 3 || parts[0].isEmpty() || parts[0].contains(" "))
            throw new RefusedException(place, "must be a key: name+id+base64");
        byte[] raw = Base64Text.decode(parts[2], 1 + RAW_KEY, place);
        if (raw[0] != ED25519) throw new RefusedException(place, "must be an Ed25519 key");
        MessageDigest sha256 = Sha256.start();
        sha256.update((parts[0] + "\n").getBytes(StandardCharsets.UTF_8));
        String id = Sha256.hex(Arrays.copyOf(sha256.digest(raw), ID));
        if (!id.equals(parts[1]))
            throw new RefusedException(place, "has the id " + parts[1] + ", its name and key give " + id);
        try {
            byte[] encoded = HexFormat.of().parseHex(X509_PREFIX + Sha256.hex(Arrays.copyOfRange(raw, 1, raw.length)));
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            return new VerifierKey(parts[0], id, key, line);
        } catch (GeneralSecurityException e) {
            throw new RefusedException(place, "is no key: " + e.getMessage());
        }
    }

    /** All keys of a file, one on each line. */
    static List<VerifierKey> parseAll(String text, String place) {
        List<VerifierKey> keys = new ArrayList<>();
        if (!text.isEmpty() && !text.endsWith("\n")) throw new RefusedException(place, "must end with a line feed");
        int number = 0;
        for (String line : text.lines().toList()) keys.add(parse(line, place + " line " + ++number));
        return keys;
    }

    boolean same(VerifierKey key) {
        return line.equals(key.line);
    }

    /** Whether a signature says that this key made it; a checkpoint may have signatures of other keys too. */
    boolean isNamedBy(SignedNote.NoteSignature signature) {
        return signature.name().equals(name)
                && Sha256.hex(Arrays.copyOf(signature.signature(), ID)).equals(id);
    }

    boolean verifies(String text, SignedNote.NoteSignature signature) {
        if (signature.signature().length != ID + SIGNATURE) return false;
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return ed25519.verify(signature.signature(), ID, SIGNATURE);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
