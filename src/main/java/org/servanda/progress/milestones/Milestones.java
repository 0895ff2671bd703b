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
import org.servanda.progress.milestones.Milestone.Snapshot;
import org.servanda.web.ProblemException;

/** Reads milestones from the ledger, which is their only store, since a commitment has few of them. */
@ApplicationScoped
public class Milestones {

    private final Entries entries;

    Milestones(Entries entries) {
        this.entries = entries;
    }

    /** Milestones of a commitment at the read point, in the order in which they were planned. */
    public List<MilestoneView> of(String commitment, ReadPoint at) {
        return of(commitment, entriesOf(commitment), at);
    }

    /** @param entries entries about milestones of the commitment, in the order of the ledger */
    static List<MilestoneView> of(String commitment, List<Entry> entries, ReadPoint at) {
        return snapshots(entries, at).values().stream()
                .map(snapshot -> MilestoneView.of(commitment, snapshot, at.asOf()))
                .toList();
    }

    /** Evidence of the milestones of a commitment at the read point. */
    public List<EvidenceView> evidence(String commitment, ReadPoint at) {
        return evidence(commitment, entriesOf(commitment), at);
    }

    public static List<EvidenceView> evidence(String commitment, List<Entry> entries, ReadPoint at) {
        return snapshots(entries, at).values().stream()
                .flatMap(snapshot -> snapshot.body().evidence().stream()
                        .map(evidence -> new EvidenceView(
                                null,
                                commitment,
                                snapshot.body().id(),
                                evidence,
                                snapshot.evidence().effectiveOn(),
                                snapshot.evidence().recordedAt(),
                                snapshot.evidence().sequence())))
                .toList();
    }

    MilestoneView byId(String commitment, String id, ReadPoint at) {
        Map<String, Snapshot> snapshots = snapshots(entriesOf(commitment), at);
        if (!snapshots.containsKey(id))
            throw ProblemException.unknown("milestone", id, () -> List.copyOf(snapshots.keySet()));
        return MilestoneView.of(commitment, snapshots.get(id), at.asOf());
    }

    /** A milestone with all its statements; null where there is none with this id. */
    Milestone allStatements(String commitment, String id) {
        return read(entriesOf(commitment), Long.MAX_VALUE).get(id);
    }

    /** Id of the next milestone of a commitment; the caller holds the lock of the ledger. */
    String nextId(String commitment) {
        long planned =
                entriesOf(commitment).stream().map(Milestones::id).distinct().count();
        return commitment + "-M" + (planned + 1);
    }

    private static Map<String, Snapshot> snapshots(List<Entry> entries, ReadPoint at) {
        Map<String, Snapshot> snapshots = orderedById();
        read(entries, at.revision())
                .forEach((id, milestone) -> milestone.on(at.asOf()).ifPresent(snapshot -> snapshots.put(id, snapshot)));
        return snapshots;
    }

    private static Map<String, Milestone> read(List<Entry> entries, long revision) {
        Map<String, Milestone> read = orderedById();
        for (Entry entry : entries) {
            if (entry.sequence() > revision) continue;
            MilestoneBody body = entry.body(MilestoneBody.class);
            read.computeIfAbsent(body.id(), Milestone::new).add(entry, body);
        }
        return read;
    }

    /** A map in the order of the numbers of the ids: M2 before M10. */
    private static <T> Map<String, T> orderedById() {
        return new TreeMap<>(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
    }

    private static String id(Entry entry) {
        return entry.body(MilestoneBody.class).id();
    }

    private List<Entry> entriesOf(String commitment) {
        return entries.ofKind(CommitmentEntryKinds.subject(commitment), CommitmentEntryKinds.MILESTONE);
    }
}
