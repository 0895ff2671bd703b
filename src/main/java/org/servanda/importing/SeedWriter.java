package org.servanda.importing;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.standings.StandingProjection;
import org.servanda.importing.SeedFault.BrokenSeeds;
import org.servanda.ledger.Ledger;

/**
 * Writes checked seeds into the register: new records are added, different records corrected, equal records left alone.
 * Nothing that was ever answered under a code disappears.
 */
@ApplicationScoped
class SeedWriter {

    private final Ledger ledger;
    private final List<SeedKindWriter> kindWriters;
    private final StandingProjection projection;

    SeedWriter(
            Ledger ledger,
            ReferenceSeedWriter references,
            InstrumentSeedWriter instruments,
            LinkSeedWriter links,
            StandingProjection projection) {
        this.ledger = ledger;
        // In this order: instruments name parties, links name commitments.
        this.kindWriters = List.of(references, instruments, links);
        this.projection = projection;
    }

    /**
     * Writes all seeds in the transaction of the caller.
     *
     * @return number of records that were added or corrected
     * @throws BrokenSeeds where a commitment of the register is no longer in its file
     */
    int apply(Seeds seeds) {
        ledger.lock();
        SeedChanges changes = new SeedChanges(ledger);
        for (SeedKindWriter kindWriter : kindWriters) {
            kindWriter.write(seeds, changes);
            changes.refuseFaults();
        }
        if (changes.entries() > 0) projection.catchUp(changes.seeded());
        return changes.entries();
    }
}
