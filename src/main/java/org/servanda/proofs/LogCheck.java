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

/** Hashes the whole log again from the texts of its entries and compares: entries, tree, and what was signed last. */
@ApplicationScoped
public class LogCheck {

    private static final int AT_ONCE = 200;

    /** One snapshot over the whole log: as long as it takes. */
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

    /** Tells each difference and a summary; true when there is no difference. */
    public boolean check(Consumer<String> out) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) PATIENCE.toSeconds())
                .call(() -> new Run(out).wholeLog());
    }

    /** One walk along the log. */
    private final class Run {

        private final Consumer<String> out;
        private long differences;

        Run(Consumer<String> out) {
            this.out = out;
        }

        boolean wholeLog() {
            CompactRange now = readPoints.compactRange();
            List<Checkpoint> signed = Stream.of(checkpoints.last(), checkpoints.lastOutside())
                    .flatMap(Optional::stream)
                    .toList();
            signed.stream()
                    .filter(checkpoint -> checkpoint.size() > now.size())
                    .forEach(checkpoint -> differ(
                            "a checkpoint of %d entries was signed, and there are %d", checkpoint.size(), now.size()));
            CompactRange grown = CompactRange.EMPTY;
            while (grown.size() < now.size()) {
                long next = grown.size() + 1;
                List<HashedEntry> some = entries.hashed(next, Math.min(next + AT_ONCE - 1, now.size()));
                Map<Subtree, Hash> completed = new HashMap<>();
                for (HashedEntry hashedEntry : some) {
                    if (hashedEntry.entry().sequence() != grown.size() + 1) break;
                    if (!hashedEntry.intact())
                        differ(
                                "entry %d is not what was hashed when it was made",
                                hashedEntry.entry().sequence());
                    grown = grown.with(hashedEntry.storedHash(), completed::put);
                    compare(signed, grown);
                }
                compare(completed);
                if (grown.size() < next + some.size() - 1 || some.isEmpty()) {
                    differ("entry %d is missing: nothing behind it was looked at", grown.size() + 1);
                    break;
                }
            }
            if (grown.size() == now.size() && !grown.equals(now)) differ("the register keeps another edge of the tree");
            long wanted = now.size() - Long.bitCount(now.size());
            if (nodes.count() != wanted) differ("%d nodes are kept, and there must be %d", nodes.count(), wanted);
            out.accept("%d entries and %d nodes hashed again, root %s: %s"
                    .formatted(
                            grown.size(),
                            grown.size() - Long.bitCount(grown.size()),
                            grown.root().base64(),
                            differences == 0 ? "no difference" : differences + " difference(s)"));
            return differences == 0;
        }

        private void compare(List<Checkpoint> signed, CompactRange grown) {
            signed.stream()
                    .filter(checkpoint -> checkpoint.size() == grown.size()
                            && !checkpoint.root().equals(grown.root()))
                    .forEach(checkpoint -> differ(
                            "a checkpoint of %d entries was signed with the root %s, not %s",
                            checkpoint.size(),
                            checkpoint.root().base64(),
                            grown.root().base64()));
        }

        private void compare(Map<Subtree, Hash> completed) {
            Map<Subtree, Hash> kept = nodes.read(completed.keySet());
            Map<Subtree, Hash> inOrder = new TreeMap<>(Comparator.comparing(Subtree::number));
            inOrder.putAll(completed);
            inOrder.forEach((subtree, hash) -> {
                if (!kept.containsKey(subtree)) differ("the hash of %s is missing", subtree);
                else if (!kept.get(subtree).equals(hash)) differ("the hash of %s is not that of its entries", subtree);
            });
        }

        private void differ(String what, Object... values) {
            differences++;
            out.accept(what.formatted(values));
        }
    }
}
