package org.servanda.importing;

/** Writer of one kind of seed: compares each seed with the record in the register, and writes the differences. */
interface SeedKindWriter {

    void write(Seeds seeds, SeedChanges changes);
}
