package org.servanda.progress.milestones;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.servanda.ledger.Entry;

/**
 * A milestone with the statements of all its ledger entries: a field keeps its value from the day of the entry that states it to
 * the next entry, in the order of days, that states the same field (rule 11.1).
 */
final class Milestone {

    /**
     * The milestone on a day.
     *
     * @param last the entry of the latest day up to that day
     * @param evidence the entry that states the evidence; null while no entry does
     */
    record Snapshot(MilestoneBody body, Entry last, Entry evidence) {}

    private record Statement(Entry entry, MilestoneBody body) {

        LocalDate on() {
            return entry.effectiveOn();
        }
    }

    private final String id;
    private final List<Statement> statements = new ArrayList<>();

    Milestone(String id) {
        this.id = id;
    }

    /** Adds the next entry, in the order of the ledger. */
    void add(Entry entry, MilestoneBody body) {
        statements.add(new Statement(entry, body));
        // Keeps the order of recording within a day.
        statements.sort(Comparator.comparing(Statement::on));
    }

    /** The milestone on a day; empty before it was planned. */
    Optional<Snapshot> on(LocalDate day) {
        Snapshot snapshot = new Snapshot(MilestoneBody.blank(id), null, null);
        for (Statement statement : statements) {
            if (statement.on().isAfter(day)) break;
            snapshot = new Snapshot(
                    snapshot.body().after(statement.body()),
                    statement.entry(),
                    statement.body().evidence() == null ? snapshot.evidence() : statement.entry());
        }
        return snapshot.last() == null ? Optional.empty() : Optional.of(snapshot);
    }

    /** The sum of the statements whose day is exactly this day. */
    MilestoneBody statedOn(LocalDate day) {
        MilestoneBody sum = new MilestoneBody(id, null, null, null, null, null, null, null);
        for (Statement statement : statements) if (statement.on().equals(day)) sum = sum.then(statement.body());
        return sum;
    }

    /** The later entry that a new statement would contradict: the milestone would be achieved and dropped at once (rule 11.3). */
    Optional<Entry> contradictedBy(LocalDate day, MilestoneBody added) {
        MilestoneBody snapshot =
                on(day).map(Snapshot::body).orElse(MilestoneBody.blank(id)).after(added);
        for (Statement statement : statements) {
            if (!statement.on().isAfter(day)) continue;
            snapshot = snapshot.after(statement.body());
            if (snapshot.isDropped() && snapshot.achievedOn() != null) return Optional.of(statement.entry());
        }
        return Optional.empty();
    }
}
