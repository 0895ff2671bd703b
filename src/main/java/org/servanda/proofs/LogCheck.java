package org.servanda.proofs;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.CompactRange;
import org.servanda.ledger.Entries;
import org.servanda.ledger.Hash;
import org.servanda.ledger.HashedEntry;
import org.servanda.ledger.ReadPoints;
import org.servanda.ledger.Subtree;
import org.servanda.ledger.TreeNodes;

/** Verifies the whole log: hashes the texts of all entries again and compares entries, tree and last checkpoint. */
@ApplicationScoped
public class LogCheck {

    private static final int BATCH = 200;

    /** Transaction limit: one snapshot of the whole log, for as long as the check takes. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final ReadPoints readPoints;
    private final Entries entries;
    private final TreeNodes nodes;
    private final Checkpoints checkpoints;

    LogCheck(ReadPoints readPoints, Entries entries, TreeNodes nodes, Checkpoints checkpoints) {
        this.readPoints = readPoints;
        this.entries = entries;
        this.nodes = nodes;
        this.checkpoints = checkpoints;
    }

    /** Reports each difference and a summary; true when there is no difference. */
    public boolean check(Consumer<String> out) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) PATIENCE.toSeconds())
                .call(() -> new Run(out).wholeLog());
    }

    /** One pass over the log. */
    private final class Run {

        private final Consumer<String> out;
        private long differences;

        Run(Consumer<String> out) {
            this.out = out;
        }

        boolean wholeLog() {
            CompactRange current = readPoints.compactRange();
            List<Checkpoint> signed = Stream.of(checkpoints.last(), checkpoints.lastInFile())
                    .flatMap(Optional::stream)
                    .toList();
            signed.stream()
                    .filter(checkpoint -> checkpoint.size() > current.size())
                    .forEach(checkpoint -> differ(
                            "a checkpoint of %d entries was signed, and there are %d",
                            checkpoint.size(), current.size()));
            CompactRange range = CompactRange.EMPTY;
            while (range.size() < current.size()) {
                long next = range.size() + 1;
                List<HashedEntry> batch = entries.hashed(next, Math.min(next + BATCH - 1, current.size()));
                Map<Subtree, Hash> completed = new HashMap<>();
                for (HashedEntry hashedEntry : batch) {
                    if (hashedEntry.entry().sequence() != range.size() + 1) break;
                    if (!hashedEntry.intact())
                        differ(
                                "entry %d is not what was hashed when it was made",
                                hashedEntry.entry().sequence());
                    range = range.with(hashedEntry.storedHash(), completed::put);
                    compare(signed, range);
                }
                compare(completed);
                if (range.size() < next + batch.size() - 1 || batch.isEmpty()) {
                    differ("entry %d is missing: nothing behind it was looked at", range.size() + 1);
                    break;
                }
            }
            if (range.size() == current.size() && !range.equals(current))
                differ("the register keeps another edge of the tree");
            long expectedNodes = current.size() - Long.bitCount(current.size());
            if (nodes.count() != expectedNodes)
                differ("%d nodes are kept, and there must be %d", nodes.count(), expectedNodes);
            out.accept("%d entries and %d nodes hashed again, root %s: %s"
                    .formatted(
                            range.size(),
                            range.size() - Long.bitCount(range.size()),
                            range.root().base64(),
                            differences == 0 ? "no difference" : differences + " difference(s)"));
            return differences == 0;
        }

        private void compare(List<Checkpoint> signed, CompactRange range) {
            signed.stream()
                    .filter(checkpoint -> checkpoint.size() == range.size()
                            && !checkpoint.root().equals(range.root()))
                    .forEach(checkpoint -> differ(
                            "a checkpoint of %d entries was signed with the root %s, not %s",
                            checkpoint.size(),
                            checkpoint.root().base64(),
                            range.root().base64()));
        }

        private void compare(Map<Subtree, Hash> completed) {
            Map<Subtree, Hash> stored = nodes.read(completed.keySet());
            Map<Subtree, Hash> inOrder = new TreeMap<>(Comparator.comparing(Subtree::number));
            inOrder.putAll(completed);
            inOrder.forEach((subtree, hash) -> {
                if (!stored.containsKey(subtree)) differ("the hash of %s is missing", subtree);
                else if (!stored.get(subtree).equals(hash))
                    differ("the hash of %s is not that of its entries", subtree);
            });
        }

        private void differ(String message, Object... values) {
            differences++;
            out.accept(message.formatted(values));
        }
    }
}
