package org.servanda.progress.milestones;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.servanda.ledger.Entry;

/**
 * A milestone as its entries state it: each field holds from the day of the entry that states it until the next one, in the
 * order of days, that states the same field (rule 11.1).
 */
final class Milestone {

    /**
     * What holds on a day.
     *
     * @param last the entry of the latest day up to it
     * @param evidence the entry that states what backs it; null while none does
     */
    record Held(MilestoneBody body, Entry last, Entry evidence) {}

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

    /** Takes entries in the order of the ledger. */
    void take(Entry entry, MilestoneBody body) {
        statements.add(new Statement(entry, body));
        // Keeps the order of recording within a day.
        statements.sort(Comparator.comparing(Statement::on));
    }

    /** What holds on a day; none before it was planned. */
    Optional<Held> on(LocalDate day) {
        Held held = new Held(MilestoneBody.nothing(id), null, null);
        for (Statement each : statements) {
            if (each.on().isAfter(day)) break;
            held = new Held(
                    held.body().after(each.body()),
                    each.entry(),
                    each.body().evidence() == null ? held.evidence() : each.entry());
        }
        return held.last() == null ? Optional.empty() : Optional.of(held);
    }

    /** What was stated of a day itself. */
    MilestoneBody statedOn(LocalDate day) {
        MilestoneBody stated = new MilestoneBody(id, null, null, null, null, null, null, null);
        for (Statement each : statements) if (each.on().equals(day)) stated = stated.then(each.body());
        return stated;
    }

    /** The later entry with which one more statement could not stand: achieved and dropped at once (rule 11.3). */
    Optional<Entry> contradicted(LocalDate day, MilestoneBody stated) {
        MilestoneBody held =
                on(day).map(Held::body).orElse(MilestoneBody.nothing(id)).after(stated);
        for (Statement each : statements) {
            if (!each.on().isAfter(day)) continue;
            held = held.after(each.body());
            if (held.isDropped() && held.achievedOn() != null) return Optional.of(each.entry());
        }
        return Optional.empty();
    }
}
