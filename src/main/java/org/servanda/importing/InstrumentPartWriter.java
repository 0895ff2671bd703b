package org.servanda.importing;

import org.servanda.importing.Seeds.SeededInstrument;

/** Writer of one part of an instrument: its texts, its passages or its commitments. */
interface InstrumentPartWriter {

    void write(SeededInstrument instrument, SeedChanges changes);
}
