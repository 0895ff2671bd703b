package org.servanda.importing;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "servanda.seeds")
interface SeedConfig {

    /** Folder to read the seeds from; without it the copy inside the program. */
    Optional<Path> dir();
}
