package org.servanda.proofs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.servanda.ledger.Entries;
import org.servanda.ledger.Hash;
import org.servanda.ledger.HashedEntry;
import org.servanda.ledger.TreeNodes;

/** Proves what is in the log, and signs. Every proof is checked before it is given out. */
@ApplicationScoped
public class Proofs {

    private final ProofsConfig config;
    private final Entries entries;
    private final MerkleTree tree;
    private final Checkpoints checkpoints;
    private final Keyring keyring;

    Proofs(ProofsConfig config, Entries entries, TreeNodes nodes, Checkpoints checkpoints, Keyring keyring) {
        this.config = config;
        this.entries = entries;
        this.tree = new MerkleTree(nodes::read);
        this.checkpoints = checkpoints;
        this.keyring = keyring;
    }

    /**
     * That the log has an entry, when it had so many.
     *
     * @param sequence of the entry, from 1 to {@code size}
     * @param size up to the revision
     */
    @Transactional
    public InclusionProof inclusion(long sequence, long size) {
        HashedEntry hashed = entries.hashed(sequence, sequence).stream()
                .findFirst()
                .orElseThrow(() -> Checkpoints.inconsistent("entry %d is missing", sequence));
        Checkpoints.requireIntact(hashed);
        try {
            InclusionProof proof = tree.inclusion(sequence - 1, hashed.storedHash(), size);
            if (ProofVerifier.inclusion(proof)) return proof;
        } catch (MerkleTree.Incomplete e) {
            throw Checkpoints.inconsistent("%s", e.getMessage());
        }
        throw Checkpoints.inconsistent("entry %d is not in the tree of %d", sequence, size);
    }

    /** The same of many entries, which their reader has at hand, with few questions to the store. */
    @Transactional
    public List<InclusionProof> inclusions(List<HashedEntry> some, long size) {
        some.forEach(Checkpoints::requireIntact);
        try {
            Map<Long, Hash> leaves = new LinkedHashMap<>();
            some.forEach(hashed -> leaves.put(hashed.entry().sequence() - 1, hashed.storedHash()));
            List<InclusionProof> proofs = tree.inclusions(leaves, size);
            for (InclusionProof proof : proofs)
                if (!ProofVerifier.inclusion(proof))
                    throw Checkpoints.inconsistent("entry %d is not in the tree of %d", proof.index() + 1, size);
            return proofs;
        } catch (MerkleTree.Incomplete e) {
            throw Checkpoints.inconsistent("%s", e.getMessage());
        }
    }

    /**
     * That the log of one size is the beginning of the log of another.
     *
     * @param from from 1
     * @param to up to the revision
     */
    @Transactional
    public ConsistencyProof consistency(long from, long to) {
        try {
            ConsistencyProof proof = tree.consistency(from, to);
            if (ProofVerifier.consistency(proof)) return proof;
        } catch (MerkleTree.Incomplete e) {
            throw Checkpoints.inconsistent("%s", e.getMessage());
        }
        throw Checkpoints.inconsistent("the tree of %d is not the beginning of that of %d", from, to);
    }

    /** Of the log as it is, signed now unless it was before; in a transaction of its own. */
    public Checkpoint checkpoint() {
        return checkpoints.current();
    }

    /** Which log this is: the first line of its checkpoints. */
    public String origin() {
        return config.origin();
    }

    /** What checks the signatures of each key that ever signed, also of those that sign no more. */
    @Transactional
    public List<String> verifierKeys() {
        return keyring.known().stream().map(LogKey::verifier).toList();
    }

    /**
     * Signs another text with the keys of the log, as a note.
     *
     * @param text ends with a line feed; its first line says what it is, and is not the origin of the log: else it could
     *     be taken for a checkpoint
     */
    public String sign(String text) {
        if (text.startsWith(config.origin() + "\n"))
            throw new IllegalArgumentException("a text that begins with the origin could be taken for a checkpoint");
        QuarkusTransaction.requiringNew().run(() -> checkpoints.last().ifPresent(keyring::requireOurs));
        return SignedNote.sign(text, keyring.keys()).written();
    }
}
