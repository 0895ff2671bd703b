package org.servanda.importing;

import java.nio.file.Path;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** What a start of the program does to a register in which people have worked: the seeds are applied again. */
public final class SeedsReapplied {

    private SeedsReapplied() {}

    /** Answers the number of records that were added or corrected. */
    public static int withSeeds(Path folder) {
        SeedWriter writer = Arc.container().instance(SeedWriter.class).get();
        return QuarkusTransaction.requiringNew().call(() -> writer.apply(new SeedReader(SeedFolder.at(folder)).read()));
    }
}
