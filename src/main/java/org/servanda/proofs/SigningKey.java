package org.servanda.proofs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A key that signs notes: {@code PRIVATE+KEY+<name>+<id>+<base64 of 01 and the seed>}, the form of Go's note package.
 * Not a record, so that no {@code toString} reveals its seed by accident.
 */
final class SigningKey {

    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int SEED_BYTES = 32;

    private final byte[] seed;
    private final VerifierKey verifier;

    private SigningKey(String name, byte[] seed) {
        this.seed = seed.clone();
        this.verifier = VerifierKey.of(name, publicKey(seed));
    }

    static SigningKey generate(String name) {
        byte[] seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        return new SigningKey(name, seed);
    }

    /** @throws IllegalArgumentException when the text is not a key; the message repeats no part of the text */
    static SigningKey parse(String text) {
        String[] parts =
                text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (parts.length != 3) throw new IllegalArgumentException("is not of the form PRIVATE+KEY+<name>+<id>+<key>");
        SigningKey key = new SigningKey(parts[0], seed(parts[2]));
        if (!VerifierKey.hex(key.verifier.id()).equals(parts[1]))
            throw new IllegalArgumentException("has an id that is not that of its name and key");
        return key;
    }

    private static byte[] seed(String base64) {
        byte[] typed;
        try {
            typed = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // The message of the decoder may contain a part of the key.
            throw new IllegalArgumentException("is not base64");
        }
        if (typed.length != SEED_BYTES + 1 || typed[0] != VerifierKey.ED25519)
            throw new IllegalArgumentException("is not an Ed25519 key");
        return Arrays.copyOfRange(typed, 1, typed.length);
    }

    String text() {
        return PREFIX + verifier.name() + "+" + VerifierKey.hex(verifier.id()) + "+"
                + Base64.getEncoder().encodeToString(VerifierKey.typed(seed));
    }

    VerifierKey verifier() {
        return verifier;
    }

    /** Signs a note: name and id of the key, and the signature. */
    SignedNote.NoteSignature sign(String note) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey());
            signature.update(note.getBytes(StandardCharsets.UTF_8));
            return new SignedNote.NoteSignature(verifier.name(), verifier.id(), ByteBuffer.wrap(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 15 signs with Ed25519", e);
        }
    }

    private PrivateKey privateKey() throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
    }

    /**
     * The public key of a seed. The JDK computes a public key only when it generates a pair, from the random bytes that
     * it draws for the private key.
     */
    private static byte[] publicKey(byte[] seed) {
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("Ed25519");
            pairs.initialize(NamedParameterSpec.ED25519, new FixedRandom(seed));
            byte[] encoded = pairs.generateKeyPair().getPublic().getEncoded();
            return Arrays.copyOfRange(encoded, encoded.length - SEED_BYTES, encoded.length);
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", e);
        }
    }

    /** A source of "random" bytes that returns the given bytes. */
    private static final class FixedRandom extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        FixedRandom(byte[] bytes) {
            super(null, null);
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] into) {
            if (into.length != bytes.length) throw new IllegalStateException("a seed has " + bytes.length + " bytes");
            System.arraycopy(bytes, 0, into, 0, bytes.length);
        }
    }
}
