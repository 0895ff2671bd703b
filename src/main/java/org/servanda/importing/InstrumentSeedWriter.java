package org.servanda.importing;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.importing.Seeds.SeededInstrument;

/** Writes what instruments hold, one instrument after the other, so that entries of one instrument stand together. */
@ApplicationScoped
class InstrumentSeedWriter implements SeedKindWriter {

    private final List<InstrumentPartWriter> partWriters;

    InstrumentSeedWriter(TextSeedWriter texts, PassageSeedWriter passages, CommitmentSeedWriter commitments) {
        partWriters = List.of(texts, passages, commitments);
    }

    @Override
    public void write(Seeds seeds, SeedChanges changes) {
        for (SeededInstrument instrument : seeds.instruments())
            for (InstrumentPartWriter partWriter : partWriters) partWriter.write(instrument, changes);
    }
}
