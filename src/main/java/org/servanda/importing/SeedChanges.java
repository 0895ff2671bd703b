package org.servanda.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.servanda.commitments.Commitment;
import org.servanda.importing.SeedFault.BrokenSeeds;
import org.servanda.ledger.EntryRef;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;

/** The changes that one run of the seeds makes: ledger entries, and what follows from them when all are written. */
final class SeedChanges {

    /** Actor of every entry that comes from a seed. */
    static final String ACTOR = "seeds";

    static final String RECORDED = "recorded";
    static final String CORRECTED = "corrected";

    private final Ledger ledger;
    private final List<Commitment> seeded = new ArrayList<>();
    private final List<SeedFault> faults = new ArrayList<>();
    private int entries;

    SeedChanges(Ledger ledger) {
        this.ledger = ledger;
    }

    EntryRef append(String subject, String kind, LocalDate effectiveOn, Record body) {
        entries++;
        return ledger.append(new NewEntry(ACTOR, subject, kind, effectiveOn, null, body));
    }

    /** Appends an entry for a record that was added or corrected, and none for a record that is as it was. */
    void appendIf(boolean added, boolean corrected, String subject, Record body) {
        if (added || corrected) append(subject, added ? RECORDED : CORRECTED, null, body);
    }

    /** Commitments whose standings are to be compared after a change: also where the instrument's dates were corrected. */
    void addSeeded(Collection<Commitment> commitments) {
        seeded.addAll(commitments);
    }

    List<Commitment> seeded() {
        return seeded;
    }

    void fault(SeedFault fault) {
        faults.add(fault);
    }

    /** @throws BrokenSeeds with every fault that the writers have found */
    void refuseFaults() {
        if (!faults.isEmpty()) throw new BrokenSeeds(faults);
    }

    /** Number of entries that were appended. */
    int entries() {
        return entries;
    }
}
