package org.servanda.verify;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Hashes and proofs are those of RFC 6962, by the vectors that Certificate Transparency publishes for its own tests. */
class MerkleTreeTest {

    /** The eight leaves of the published tree, in hexadecimal. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final String ROOT_OF_ONE = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";
    private static final String ROOT_OF_THREE = "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77";
    private static final String ROOT_OF_EIGHT = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328";

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String base64(String hex) {
        return Base64Text.encode(bytes(hex));
    }

    private static List<byte[]> hashes(String... hashes) {
        return Arrays.stream(hashes).map(MerkleTreeTest::bytes).toList();
    }

    private static byte[] leaf(int index) {
        return MerkleTree.leafHash(bytes(LEAVES.get(index)));
    }

    @Test
    void aLeafIsHashedBehindAZeroByte() {
        assertEquals(ROOT_OF_ONE, Sha256.hex(leaf(0)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, ''",
        "0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
                + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
                + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "2, 3, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"
    })
    void thePublishedInclusionProofsLeadToThePublishedRoots(int index, int size, String path) {
        InclusionProof proof =
                new InclusionProof(index, path.isEmpty() ? List.of() : hashes(path.split(" ")), "proofs.ndjson line 1");
        String root = size == 1 ? ROOT_OF_ONE : size == 3 ? ROOT_OF_THREE : ROOT_OF_EIGHT;
        assertEquals(base64(root), proof.root(leaf(index), size));
    }

    @Test
    void aProofOfAnotherLengthIsRefused() {
        InclusionProof empty = new InclusionProof(0, List.of(), "p");
        assertEquals(
                "are too few",
                assertThrows(RefusedException.class, () -> empty.root(leaf(0), 8))
                        .getMessage());
        InclusionProof longer = new InclusionProof(0, hashes(ROOT_OF_ONE), "p");
        assertEquals(
                "are too many",
                assertThrows(RefusedException.class, () -> longer.root(leaf(0), 1))
                        .getMessage());
        assertEquals(
                "is behind the 1 entries of the log",
                assertThrows(RefusedException.class, () -> new InclusionProof(1, List.of(), "p").root(leaf(0), 1))
                        .getMessage());
    }

    private static final List<byte[]> FROM_ONE_TO_EIGHT = hashes(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");

    private static Checkpoint eight(String root) {
        return new Checkpoint("log", 8, base64(root));
    }

    @Test
    void thePublishedConsistencyProofHoldsForItsRootsAlone() {
        ConsistencyProof proof = new ConsistencyProof(1, base64(ROOT_OF_ONE), 8, FROM_ONE_TO_EIGHT);
        assertDoesNotThrow(() -> proof.require(eight(ROOT_OF_EIGHT)));
        assertEquals(
                "does not lead to the root of the checkpoint: the log was not only added to",
                assertThrows(RefusedException.class, () -> proof.require(eight(ROOT_OF_THREE)))
                        .getMessage());
        ConsistencyProof otherBeginning = new ConsistencyProof(3, base64(ROOT_OF_ONE), 8, FROM_ONE_TO_EIGHT);
        assertThrows(RefusedException.class, () -> otherBeginning.require(eight(ROOT_OF_EIGHT)));
    }

    @Test
    void aLogOfTheSameSizeNeedsNoHashesAndTheSameRoot() {
        assertDoesNotThrow(
                () -> new ConsistencyProof(8, base64(ROOT_OF_EIGHT), 8, List.of()).require(eight(ROOT_OF_EIGHT)));
        assertEquals(
                "is not the root of the checkpoint",
                assertThrows(RefusedException.class, () -> new ConsistencyProof(8, base64(ROOT_OF_ONE), 8, List.of())
                                .require(eight(ROOT_OF_EIGHT)))
                        .getMessage());
    }
}
