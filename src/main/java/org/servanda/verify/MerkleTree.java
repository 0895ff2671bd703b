package org.servanda.verify;

import java.security.MessageDigest;

/** The hashes of the Merkle tree over the log (RFC 6962, 2.1): SHA-256, with one byte before leaves and another before nodes. */
final class MerkleTree {

    private static final byte LEAF_PREFIX = 0;
    private static final byte NODE_PREFIX = 1;

    private MerkleTree() {}

    static byte[] leafHash(byte[] entry) {
        MessageDigest sha256 = Sha256.start();
        sha256.update(LEAF_PREFIX);
        return sha256.digest(entry);
    }

    static byte[] nodeHash(byte[] left, byte[] right) {
        MessageDigest sha256 = Sha256.start();
        sha256.update(NODE_PREFIX);
        sha256.update(left);
        return sha256.digest(right);
    }
}
