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

/** Makes proofs and signatures. Every proof is verified before it is given out. */
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
     * The inclusion proof of an entry in the log of a size.
     *
     * @param sequence number of the entry, from 1 to {@code size}
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

    /** The inclusion proofs of many entries that the caller has already read, with few queries. */
    @Transactional
    public List<InclusionProof> inclusions(List<HashedEntry> hashedEntries, long size) {
        hashedEntries.forEach(Checkpoints::requireIntact);
        try {
            Map<Long, Hash> leaves = new LinkedHashMap<>();
            hashedEntries.forEach(hashed -> leaves.put(hashed.entry().sequence() - 1, hashed.storedHash()));
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
     * The consistency proof between two sizes of the log.
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

    /** The checkpoint of the current log, signed now unless it was signed before; in a transaction of its own. */
    public Checkpoint checkpoint() {
        return checkpoints.current();
    }

    /** The name of the log: the first line of its checkpoints. */
    public String origin() {
        return config.origin();
    }

    /** The verifier keys of all keys that ever signed, also of those that sign no more. */
    @Transactional
    public List<String> verifierKeys() {
        return keyring.everSigned().stream().map(LogKey::verifier).toList();
    }

    /**
     * Signs any other text with the keys of the log, as a signed note.
     *
     * @param text ends with a line feed; its first line says what the text is, and is not the origin of the log:
     *     otherwise the note could be mistaken for a checkpoint
     */
    public String sign(String text) {
        if (text.startsWith(config.origin() + "\n"))
            throw new IllegalArgumentException("a text that begins with the origin could be taken for a checkpoint");
        QuarkusTransaction.requiringNew().run(() -> checkpoints.last().ifPresent(keyring::requireOurs));
        return SignedNote.sign(text, keyring.keys()).format();
    }
}
