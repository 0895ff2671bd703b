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
 * Signs how long the log is and what its root is; never two statements of which one denies the other. What was signed
 * last stands in the database and in a file beside the keys, and the new tree must continue both.
 */
@ApplicationScoped
class Checkpoints {

    private static final int AT_ONCE = 200;

    /** The first one of a register that has a million entries already reads them all. */
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

    /** Of the log as it is; the very same one as long as nothing is added. */
    Checkpoint current() {
        return QuarkusTransaction.requiringNew()
                .call(() -> unchanged(readPoints.compactRange()))
                .orElseGet(() -> QuarkusTransaction.requiringNew()
                        .timeout((int) PATIENCE.toSeconds())
                        .call(this::sign));
    }

    /** What was signed last; empty before the first time. */
    Optional<Checkpoint> last() {
        return Optional.ofNullable(entities.find(LatestCheckpoint.class, LatestCheckpoint.ONLY))
                .map(LatestCheckpoint::checkpoint);
    }

    /** What was signed here last, as it was kept outside the database. */
    Optional<Checkpoint> lastOutside() {
        return file.checkpoint();
    }

    private Optional<Checkpoint> unchanged(CompactRange now) {
        Optional<Checkpoint> last = last().filter(signed -> signed.size() == now.size());
        if (last.isEmpty()) return Optional.empty();
        Stream.of(last, lastOutside()).flatMap(Optional::stream).forEach(signed -> requireContinued(signed, now));
        return last;
    }

    /** One at a time, on however many nodes; a second one finds what the first has signed. */
    private Checkpoint sign() {
        ledger.lockName(Keyring.TURN);
        CompactRange now = readPoints.compactRange();
        Optional<Checkpoint> same = unchanged(now);
        if (same.isPresent()) return same.get();
        List<SigningKey> keys = keyring.keys();
        List<Checkpoint> before =
                Stream.of(last(), lastOutside()).flatMap(Optional::stream).toList();
        before.forEach(signed -> requireContinued(signed, now));
        requireIntact(before.stream().mapToLong(Checkpoint::size).max().orElse(0), now);
        Checkpoint next = before.stream()
                .filter(signed -> signed.size() == now.size())
                .findFirst()
                .orElseGet(() -> sign(now, keys));
        // Nobody must ever hold a checkpoint of entries that a power cut takes. The file first: it is the one to
        // believe.
        ledger.requireDurable();
        file.write(next);
        keep(next);
        return next;
    }

    private Checkpoint sign(CompactRange now, List<SigningKey> keys) {
        String text = Checkpoint.text(config.origin(), now.size(), now.root());
        return Checkpoint.parse(SignedNote.sign(text, keys).written());
    }

    private void keep(Checkpoint next) {
        LatestCheckpoint row = entities.find(LatestCheckpoint.class, LatestCheckpoint.ONLY);
        if (row == null) entities.persist(new LatestCheckpoint(next));
        else row.take(next);
    }

    /** Proves that the log as it is begins with the log that was signed. */
    private void requireContinued(Checkpoint signed, CompactRange now) {
        keyring.requireOurs(signed);
        if (signed.size() > now.size())
            throw inconsistent("a checkpoint of %d entries was signed, and there are %d", signed.size(), now.size());
        if (signed.size() > 0 && !continues(signed, now))
            throw inconsistent("its first %d entries are not those that were signed", signed.size());
    }

    private boolean continues(Checkpoint signed, CompactRange now) {
        try {
            List<Hash> path = tree.consistency(signed.size(), now.size()).hashes();
            return ProofVerifier.consistency(
                    new ConsistencyProof(signed.size(), now.size(), signed.root(), now.root(), path));
        } catch (MerkleTree.Incomplete e) {
            throw inconsistent("%s", e.getMessage());
        }
    }

    /** That the entries since then, hashed again from their texts, make the tree that is kept. */
    private void requireIntact(long from, CompactRange now) {
        CompactRange grown = edge(from);
        while (grown.size() < now.size()) {
            Map<Subtree, Hash> completed = new HashMap<>();
            long next = grown.size() + 1;
            List<HashedEntry> some = entries.hashed(next, Math.min(next + AT_ONCE - 1, now.size()));
            if (some.isEmpty()) throw inconsistent("entry %d is missing", next);
            for (HashedEntry hashedEntry : some) {
                if (hashedEntry.entry().sequence() != grown.size() + 1)
                    throw inconsistent("entry %d is missing", grown.size() + 1);
                requireIntact(hashedEntry);
                grown = grown.with(hashedEntry.storedHash(), completed::put);
            }
            if (!nodes.read(completed.keySet()).equals(completed))
                throw inconsistent("the tree over entries %d to %d is not that of these entries", next, grown.size());
        }
        if (!grown.equals(now)) throw inconsistent("the tree of %d entries has another edge", now.size());
    }

    private CompactRange edge(long size) {
        try {
            return tree.edge(size);
        } catch (MerkleTree.Incomplete e) {
            throw inconsistent("%s", e.getMessage());
        }
    }

    /** Refuses an entry whose hash is not that of its text. */
    static void requireIntact(HashedEntry hashedEntry) {
        if (!hashedEntry.intact())
            throw inconsistent(
                    "entry %d is not what was hashed when it was made",
                    hashedEntry.entry().sequence());
    }

    /** Something was changed behind the register's back, or an old backup was restored: an operator must look. */
    static ProblemException inconsistent(String what, Object... values) {
        String detail = "The log is not what it was: " + what.formatted(values) + ".";
        LOG.error(detail + " Nothing is signed; see docs/operations.md");
        return new ProblemException(ProblemType.LOG_INCONSISTENT, detail);
    }
}
