package org.servanda.proofs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.servanda.ledger.CompactRange;
import org.servanda.ledger.Hash;
import org.servanda.ledger.Subtree;
import org.servanda.text.Sha256;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Roots and proofs are those of RFC 6962, by its published vectors and by a second tree that follows its words. */
class MerkleTreeTest {

    /** The eight leaves that Certificate Transparency's own tests use. */
    private static final List<String> PUBLISHED =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    /** As long as the tests of all sizes go. */
    private static final int ALL = 130;

    /** What the ledger keeps: an edge that grows, and the nodes that it completes. */
    private static final class Kept {

        private final Map<Subtree, Hash> hashes = new HashMap<>();
        private CompactRange compactRange = CompactRange.EMPTY;
        private int asked;
        private int reads;

        Kept(List<Hash> leaves) {
            for (Hash leaf : leaves) {
                hashes.put(new Subtree(0, compactRange.size()), leaf);
                compactRange = compactRange.with(leaf, hashes::put);
            }
        }

        MerkleTree tree() {
            return new MerkleTree(wanted -> {
                asked += wanted.size();
                reads++;
                Map<Subtree, Hash> found = new HashMap<>(hashes);
                found.keySet().retainAll(wanted);
                return found;
            });
        }
    }

    /** RFC 6962, 2.1, word by word. */
    private static Hash naive(List<Hash> leaves) {
        if (leaves.isEmpty()) return Hash.of(Sha256.sha256(new byte[0]));
        if (leaves.size() == 1) return leaves.get(0);
        int k = split(leaves.size());
        return Hash.node(naive(leaves.subList(0, k)), naive(leaves.subList(k, leaves.size())));
    }

    private static List<Hash> naivePath(int m, List<Hash> leaves) {
        if (leaves.size() == 1) return List.of();
        int k = split(leaves.size());
        List<Hash> left = leaves.subList(0, k);
        List<Hash> right = leaves.subList(k, leaves.size());
        return m < k ? and(naivePath(m, left), naive(right)) : and(naivePath(m - k, right), naive(left));
    }

    private static List<Hash> naiveProof(int m, List<Hash> leaves, boolean known) {
        if (m == leaves.size()) return known ? List.of() : List.of(naive(leaves));
        int k = split(leaves.size());
        List<Hash> left = leaves.subList(0, k);
        List<Hash> right = leaves.subList(k, leaves.size());
        return m <= k
                ? and(naiveProof(m, left, known), naive(right))
                : and(naiveProof(m - k, right, false), naive(left));
    }

    private static int split(int n) {
        int k = 1;
        while (2 * k < n) k *= 2;
        return k;
    }

    private static List<Hash> and(List<Hash> some, Hash one) {
        List<Hash> all = new ArrayList<>(some);
        all.add(one);
        return all;
    }

    private static List<Hash> published() {
        return PUBLISHED.stream()
                .map(hex -> {
                    byte[] data = HexFormat.of().parseHex(hex);
                    byte[] prefixed = new byte[data.length + 1];
                    System.arraycopy(data, 0, prefixed, 1, data.length);
                    return Hash.of(Sha256.sha256(prefixed));
                })
                .toList();
    }

    private static List<Hash> leaves(int n) {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < n; i++) leaves.add(Hash.leaf("leaf " + i));
        return leaves;
    }

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void theRootsAreThePublishedOnes(int size, String root) {
        assertEquals(
                root, new Kept(published()).tree().compactRange(size).root().hex());
        assertEquals(
                root, new Kept(published().subList(0, size)).compactRange.root().hex());
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
        "2, 3, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "1, 5, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
    })
    void theAuditPathsAreThePublishedOnes(int index, int size, String path) {
        Hash leaf = published().get(index);
        assertEquals(
                hashes(path),
                new Kept(published()).tree().inclusion(index, leaf, size).hashes());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, ''",
        "1, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "6, 8, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
                + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
                + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "2, 5, 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
    })
    void theConsistencyProofsAreThePublishedOnes(int from, int to, String path) {
        assertEquals(
                hashes(path), new Kept(published()).tree().consistency(from, to).hashes());
    }

    private static List<Hash> hashes(String hex) {
        return hex.isEmpty()
                ? List.of()
                : Arrays.stream(hex.split(" ")).map(Hash::new).toList();
    }

    @Test
    void everyLeafOfEverySizeIsProvedAsTheWordsOfTheRfcProveIt() {
        List<Hash> leaves = leaves(ALL);
        MerkleTree tree = new Kept(leaves).tree();
        for (int size = 1; size <= ALL; size++) {
            Hash root = naive(leaves.subList(0, size));
            for (int index = 0; index < size; index++) {
                InclusionProof proof = tree.inclusion(index, leaves.get(index), size);
                List<Hash> path = naivePath(index, leaves.subList(0, size));
                assertEquals(new InclusionProof(index, size, leaves.get(index), root, path), proof);
                assertTrue(ProofVerifier.inclusion(proof));
            }
        }
    }

    @Test
    void everyTwoSizesAreProvedConsistentAsTheWordsOfTheRfcProveIt() {
        List<Hash> leaves = leaves(ALL);
        MerkleTree tree = new Kept(leaves).tree();
        for (int to = 1; to <= ALL; to++) {
            for (int from = 1; from <= to; from++) {
                ConsistencyProof proof = tree.consistency(from, to);
                Hash before = naive(leaves.subList(0, from));
                Hash after = naive(leaves.subList(0, to));
                List<Hash> path = naiveProof(from, leaves.subList(0, to), true);
                assertEquals(new ConsistencyProof(from, to, before, after, path), proof);
                assertTrue(ProofVerifier.consistency(proof));
            }
        }
    }

    @Test
    void aLargerTreeIsProvedFromFewHashes() {
        List<Hash> leaves = leaves(20_000);
        Kept kept = new Kept(leaves);
        MerkleTree tree = kept.tree();
        Random random = new Random(6962);
        for (int i = 0; i < 200; i++) {
            int size = 1 + random.nextInt(leaves.size());
            int index = random.nextInt(size);
            int from = 1 + random.nextInt(size);
            Hash root = naive(leaves.subList(0, size));
            kept.asked = 0;
            kept.reads = 0;
            InclusionProof inclusionProof = tree.inclusion(index, leaves.get(index), size);
            assertEquals(root, inclusionProof.root());
            assertTrue(ProofVerifier.inclusion(inclusionProof));
            ConsistencyProof consistencyProof = tree.consistency(from, size);
            assertEquals(root, consistencyProof.toRoot());
            assertTrue(ProofVerifier.consistency(consistencyProof));
            assertEquals(2, kept.reads);
            // Roots of 15 bits, and two paths with the edge of the tree behind each.
            assertTrue(kept.asked <= 6 * 15, "asked for " + kept.asked);
        }
    }

    @Test
    void anInclusionProofThatWasTamperedWithFails() {
        List<Hash> leaves = leaves(40);
        MerkleTree tree = new Kept(leaves).tree();
        Hash other = Hash.leaf("another");
        for (int size = 1; size <= leaves.size(); size++) {
            for (int index = 0; index < size; index++) {
                Hash leaf = leaves.get(index);
                InclusionProof proof = tree.inclusion(index, leaf, size);
                Hash root = proof.root();
                List<Hash> path = proof.hashes();
                List<InclusionProof> forged = new ArrayList<>(List.of(
                        new InclusionProof(index, size, other, root, path),
                        new InclusionProof(index, size, leaf, other, path),
                        new InclusionProof(index, size, leaf, root, and(path, other)),
                        new InclusionProof(size, size, leaf, root, path),
                        new InclusionProof(-1, size, leaf, root, path)));
                if (!path.isEmpty())
                    forged.add(new InclusionProof(index, size, leaf, root, path.subList(0, path.size() - 1)));
                for (int at = 0; at < path.size(); at++)
                    forged.add(new InclusionProof(index, size, leaf, root, with(path, at, other)));
                for (int elsewhere = 0; elsewhere < size; elsewhere++)
                    if (elsewhere != index) forged.add(new InclusionProof(elsewhere, size, leaf, root, path));
                forged.forEach(forgery -> assertFalse(ProofVerifier.inclusion(forgery), forgery::toString));
            }
        }
    }

    @Test
    void aConsistencyProofThatWasTamperedWithFails() {
        List<Hash> leaves = leaves(40);
        MerkleTree tree = new Kept(leaves).tree();
        Hash other = Hash.leaf("another");
        for (int to = 1; to <= leaves.size(); to++) {
            for (int from = 1; from <= to; from++) {
                ConsistencyProof proof = tree.consistency(from, to);
                Hash before = proof.fromRoot();
                Hash after = proof.toRoot();
                List<Hash> path = proof.hashes();
                List<ConsistencyProof> forged = new ArrayList<>(List.of(
                        new ConsistencyProof(from, to, other, after, path),
                        new ConsistencyProof(from, to, before, other, path),
                        new ConsistencyProof(from, to, before, after, and(path, other)),
                        new ConsistencyProof(0, to, before, after, path),
                        new ConsistencyProof(to + 1, to, before, after, path)));
                if (!path.isEmpty())
                    forged.add(new ConsistencyProof(from, to, before, after, path.subList(0, path.size() - 1)));
                for (int at = 0; at < path.size(); at++)
                    forged.add(new ConsistencyProof(from, to, before, after, with(path, at, other)));
                forged.forEach(forgery -> assertFalse(ProofVerifier.consistency(forgery), forgery::toString));
            }
        }
    }

    private static List<Hash> with(List<Hash> path, int at, Hash other) {
        List<Hash> changed = new ArrayList<>(path);
        changed.set(at, other);
        return changed;
    }

    @Test
    void aNodeThatIsNotKeptIsNamedRatherThanGuessed() {
        Kept kept = new Kept(leaves(8));
        kept.hashes.remove(new Subtree(1, 1));
        Exception missing =
                assertThrows(MerkleTree.Incomplete.class, () -> kept.tree().inclusion(0, Hash.leaf("leaf 0"), 7));
        assertTrue(missing.getMessage().contains("level=1, place=1"), missing.getMessage());
    }

    @Test
    void everyNodeHasANumberOfItsOwn() {
        Kept kept = new Kept(leaves(100));
        assertEquals(
                kept.hashes.size(),
                kept.hashes.keySet().stream().map(Subtree::number).distinct().count());
        kept.hashes.keySet().forEach(subtree -> assertEquals(subtree, Subtree.numbered(subtree.number())));
    }
}
