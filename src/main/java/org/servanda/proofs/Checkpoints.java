package org.servanda.proofs;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.jboss.logging.Logger;

import org.servanda.ledger.CompactRange;
import org.servanda.ledger.Entries;
import org.servanda.ledger.Hash;
import org.servanda.ledger.HashedEntry;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.Subtree;
import org.servanda.ledger.TreeNodes;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/**
 * Signs checkpoints of the log, and never two that contradict each other. The last checkpoint is stored in the database
 * and in a file beside the keys; the new tree must be an extension of both.
 */
@ApplicationScoped
class Checkpoints {

    private static final int BATCH = 200;

    /** The first checkpoint of a register with a million entries reads all of them. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Logger LOG = Logger.getLogger(Checkpoints.class);

    private final ProofsConfig config;
    private final LogKeyFile file;
    private final Keyring keyring;
    private final Ledger ledger;
    private final ReadPoints readPoints;
    private final Entries entries;
    private final TreeNodes nodes;
    private final MerkleTree tree;
    private final EntityManager entities;

    Checkpoints(
            ProofsConfig config,
            Keyring keyring,
            Ledger ledger,
            ReadPoints readPoints,
            Entries entries,
            TreeNodes nodes,
            EntityManager entities) {
        this.config = config;
        this.file = new LogKeyFile(config.keyFile());
        this.keyring = keyring;
        this.ledger = ledger;
        this.readPoints = readPoints;
        this.entries = entries;
        this.nodes = nodes;
        this.tree = new MerkleTree(nodes::read);
        this.entities = entities;
    }

    /** The checkpoint of the current log; the same bytes as long as no entry is added. */
    Checkpoint current() {
        return QuarkusTransaction.requiringNew()
                .call(() -> unchanged(readPoints.compactRange()))
                .orElseGet(() -> QuarkusTransaction.requiringNew()
                        .timeout((int) PATIENCE.toSeconds())
                        .call(this::sign));
    }

    /** The last checkpoint in the database; empty before the first one. */
    Optional<Checkpoint> last() {
        return Optional.ofNullable(entities.find(LatestCheckpoint.class, LatestCheckpoint.ID))
                .map(LatestCheckpoint::checkpoint);
    }

    /** The last checkpoint in the file outside the database. */
    Optional<Checkpoint> lastInFile() {
        return file.checkpoint();
    }

    private Optional<Checkpoint> unchanged(CompactRange current) {
        Optional<Checkpoint> last = last().filter(signed -> signed.size() == current.size());
        if (last.isEmpty()) return Optional.empty();
        Stream.of(last, lastInFile()).flatMap(Optional::stream).forEach(signed -> requireExtends(signed, current));
        return last;
    }

    /**
     * Signs a checkpoint. Only one transaction on all nodes does so at a time; a second one finds the checkpoint of the
     * first.
     */
    private Checkpoint sign() {
        ledger.lockName(Keyring.LOCK);
        CompactRange current = readPoints.compactRange();
        Optional<Checkpoint> unchanged = unchanged(current);
        if (unchanged.isPresent()) return unchanged.get();
        List<SigningKey> keys = keyring.keys();
        List<Checkpoint> earlier =
                Stream.of(last(), lastInFile()).flatMap(Optional::stream).toList();
        earlier.forEach(signed -> requireExtends(signed, current));
        requireIntact(earlier.stream().mapToLong(Checkpoint::size).max().orElse(0), current);
        Checkpoint next = earlier.stream()
                .filter(signed -> signed.size() == current.size())
                .findFirst()
                .orElseGet(() -> sign(current, keys));
        // No one may get a checkpoint of entries that a power cut can take away. The file is written before the row: it
        // is the one to trust.
        ledger.requireDurable();
        file.write(next);
        store(next);
        return next;
    }

    private Checkpoint sign(CompactRange current, List<SigningKey> keys) {
        String text = Checkpoint.text(config.origin(), current.size(), current.root());
        return Checkpoint.parse(SignedNote.sign(text, keys).format());
    }

    private void store(Checkpoint next) {
        LatestCheckpoint row = entities.find(LatestCheckpoint.class, LatestCheckpoint.ID);
        if (row == null) entities.persist(new LatestCheckpoint(next));
        else row.set(next);
    }

    /** Proves that the current log is an extension of the signed log. */
    private void requireExtends(Checkpoint signed, CompactRange current) {
        keyring.requireOurs(signed);
        if (signed.size() > current.size())
            throw inconsistent(
                    "a checkpoint of %d entries was signed, and there are %d", signed.size(), current.size());
        if (signed.size() > 0 && !isExtension(signed, current))
            throw inconsistent("its first %d entries are not those that were signed", signed.size());
    }

    private boolean isExtension(Checkpoint signed, CompactRange current) {
        try {
            List<Hash> path = tree.consistency(signed.size(), current.size()).hashes();
            return ProofVerifier.consistency(
                    new ConsistencyProof(signed.size(), current.size(), signed.root(), current.root(), path));
        } catch (MerkleTree.Incomplete e) {
            throw inconsistent("%s", e.getMessage());
        }
    }

    /** Checks that the entries since then, hashed again from their texts, give the stored tree. */
    private void requireIntact(long from, CompactRange current) {
        CompactRange range = compactRange(from);
        while (range.size() < current.size()) {
            Map<Subtree, Hash> completed = new HashMap<>();
            long next = range.size() + 1;
            List<HashedEntry> batch = entries.hashed(next, Math.min(next + BATCH - 1, current.size()));
            if (batch.isEmpty()) throw inconsistent("entry %d is missing", next);
            for (HashedEntry hashedEntry : batch) {
                if (hashedEntry.entry().sequence() != range.size() + 1)
                    throw inconsistent("entry %d is missing", range.size() + 1);
                requireIntact(hashedEntry);
                range = range.with(hashedEntry.storedHash(), completed::put);
            }
            if (!nodes.read(completed.keySet()).equals(completed))
                throw inconsistent("the tree over entries %d to %d is not that of these entries", next, range.size());
        }
        if (!range.equals(current)) throw inconsistent("the tree of %d entries has another edge", current.size());
    }

    private CompactRange compactRange(long size) {
        try {
            return tree.compactRange(size);
        } catch (MerkleTree.Incomplete e) {
            throw inconsistent("%s", e.getMessage());
        }
    }

    /** Refuses an entry whose stored hash is not that of its text. */
    static void requireIntact(HashedEntry hashedEntry) {
        if (!hashedEntry.intact())
            throw inconsistent(
                    "entry %d is not what was hashed when it was made",
                    hashedEntry.entry().sequence());
    }

    /**
     * The problem when stored data was changed outside the program, or an old backup was restored: an operator must
     * look.
     */
    static ProblemException inconsistent(String message, Object... values) {
        String detail = "The log is not what it was: " + message.formatted(values) + ".";
        LOG.error(detail + " Nothing is signed; see docs/operations.md");
        return new ProblemException(ProblemType.LOG_INCONSISTENT, detail);
    }
}
