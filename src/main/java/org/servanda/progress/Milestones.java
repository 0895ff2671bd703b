package org.servanda.progress;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.CommitmentKinds;
import org.servanda.ledger.Coordinates;
import org.servanda.ledger.Entries;
import org.servanda.ledger.Entry;
import org.servanda.web.Refusal;

/**
 * Reads milestones; there are few of each commitment, so the ledger is all they are kept in. On a day holds what was said
 * of the latest day up to it, and of one day what was said last.
 */
@ApplicationScoped
class Milestones {

    private final Entries entries;

    Milestones(Entries entries) {
        this.entries = entries;
    }

    /** Those of a commitment at these coordinates, in the order in which they were planned. */
    List<MilestoneView> of(String commitment, Coordinates at) {
        return of(commitment, all(commitment), at);
    }

    /** @param all entries about milestones of the commitment, in the order of the ledger */
    static List<MilestoneView> of(String commitment, List<Entry> all, Coordinates at) {
        return latest(all, at).values().stream()
                .map(entry -> MilestoneView.of(commitment, entry, at.asOf()))
                .toList();
    }

    MilestoneView one(String commitment, String id, Coordinates at) {
        Map<String, Entry> latest = latest(all(commitment), at);
        if (!latest.containsKey(id)) throw Refusal.unknown("milestone", id, () -> List.copyOf(latest.keySet()));
        return MilestoneView.of(commitment, latest.get(id), at.asOf());
    }

    /** What a milestone is at these coordinates; none when it was not planned yet. */
    Optional<MilestoneBody> body(String commitment, String id, Coordinates at) {
        return Optional.ofNullable(latest(all(commitment), at).get(id)).map(entry -> entry.body(MilestoneBody.class));
    }

    /** The id of the next one of a commitment; for a writer. */
    String nextId(String commitment) {
        long planned = all(commitment).stream().map(Milestones::id).distinct().count();
        return commitment + "-M" + (planned + 1);
    }

    private static Map<String, Entry> latest(List<Entry> all, Coordinates at) {
        Map<String, Entry> latest =
                new TreeMap<>(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
        for (Entry entry : all) {
            if (entry.sequence() > at.revision() || entry.effectiveOn().isAfter(at.asOf())) continue;
            latest.merge(id(entry), entry, (old, now) -> now.effectiveOn().isBefore(old.effectiveOn()) ? old : now);
        }
        return latest;
    }

    private static String id(Entry entry) {
        return entry.body(MilestoneBody.class).id();
    }

    private List<Entry> all(String commitment) {
        return entries.ofKind(CommitmentKinds.subject(commitment), CommitmentKinds.MILESTONE);
    }
}
