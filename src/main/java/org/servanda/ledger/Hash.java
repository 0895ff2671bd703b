package org.servanda.ledger;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

import org.servanda.text.Sha256;

/**
 * A SHA-256 hash in the Merkle tree of the log (RFC 6962, 2.1).
 *
 * @param hex lower-case hexadecimal, as it is stored
 */
public record Hash(String hex) {

    /** The root hash of the empty tree. */
    public static final Hash EMPTY = of(Sha256.sha256(new byte[0]));

    static final int BYTES = 32;

    /** The prefix that distinguishes the hash of a node from that of a leaf. */
    private static final byte NODE = 1;

    public Hash {
        if (!hex.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a SHA-256 hash: " + hex);
    }

    public static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    /** @throws IllegalArgumentException when the text is not the canonical base64 of a hash */
    public static Hash ofBase64(String base64) {
        Hash hash = of(Base64.getDecoder().decode(base64));
        if (!hash.base64().equals(base64)) throw new IllegalArgumentException("not canonical base64: " + base64);
        return hash;
    }

    /** The hash of a leaf, from its text. */
    public static Hash leaf(String text) {
        return new Hash(LeafEncoding.hash(text));
    }

    /** The hash of a node over its two children. */
    public static Hash node(Hash left, Hash right) {
        MessageDigest sha256 = Sha256.sha256();
        sha256.update(NODE);
        sha256.update(left.bytes());
        return of(sha256.digest(right.bytes()));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes());
    }
}
