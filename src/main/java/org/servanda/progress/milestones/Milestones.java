package org.servanda.progress.milestones;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.ledger.Entries;
import org.servanda.ledger.Entry;
import org.servanda.ledger.ReadPoint;
import org.servanda.progress.EvidenceView;
import org.servanda.progress.milestones.Milestone.Held;
import org.servanda.web.ProblemException;

/** Reads milestones; there are few of each commitment, so the ledger is all they are kept in. */
@ApplicationScoped
public class Milestones {

    private final Entries entries;

    Milestones(Entries entries) {
        this.entries = entries;
    }

    /** Those of a commitment at these coordinates, in the order in which they were planned. */
    public List<MilestoneView> of(String commitment, ReadPoint at) {
        return of(commitment, all(commitment), at);
    }

    /** @param all entries about milestones of the commitment, in the order of the ledger */
    static List<MilestoneView> of(String commitment, List<Entry> all, ReadPoint at) {
        return held(all, at).values().stream()
                .map(held -> MilestoneView.of(commitment, held, at.asOf()))
                .toList();
    }

    /** What backs those of a commitment at these coordinates. */
    public List<EvidenceView> evidence(String commitment, ReadPoint at) {
        return evidence(commitment, all(commitment), at);
    }

    public static List<EvidenceView> evidence(String commitment, List<Entry> all, ReadPoint at) {
        return held(all, at).values().stream()
                .flatMap(held -> held.body().evidence().stream()
                        .map(its -> new EvidenceView(
                                null,
                                commitment,
                                held.body().id(),
                                its,
                                held.evidence().effectiveOn(),
                                held.evidence().recordedAt(),
                                held.evidence().sequence())))
                .toList();
    }

    MilestoneView one(String commitment, String id, ReadPoint at) {
        Map<String, Held> held = held(all(commitment), at);
        if (!held.containsKey(id)) throw ProblemException.unknown("milestone", id, () -> List.copyOf(held.keySet()));
        return MilestoneView.of(commitment, held.get(id), at.asOf());
    }

    /** All that is known of a milestone that is there. */
    Milestone known(String commitment, String id) {
        return read(all(commitment), Long.MAX_VALUE).get(id);
    }

    /** The id of the next one of a commitment; for a writer. */
    String nextId(String commitment) {
        long planned = all(commitment).stream().map(Milestones::id).distinct().count();
        return commitment + "-M" + (planned + 1);
    }

    private static Map<String, Held> held(List<Entry> all, ReadPoint at) {
        Map<String, Held> held = inOrder();
        read(all, at.revision())
                .forEach((id, milestone) -> milestone.on(at.asOf()).ifPresent(its -> held.put(id, its)));
        return held;
    }

    private static Map<String, Milestone> read(List<Entry> all, long revision) {
        Map<String, Milestone> read = inOrder();
        for (Entry entry : all) {
            if (entry.sequence() > revision) continue;
            MilestoneBody body = entry.body(MilestoneBody.class);
            read.computeIfAbsent(body.id(), Milestone::new).take(entry, body);
        }
        return read;
    }

    /** M2 before M10. */
    private static <T> Map<String, T> inOrder() {
        return new TreeMap<>(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
    }

    private static String id(Entry entry) {
        return entry.body(MilestoneBody.class).id();
    }

    private List<Entry> all(String commitment) {
        return entries.ofKind(CommitmentEntryKinds.subject(commitment), CommitmentEntryKinds.MILESTONE);
    }
}
