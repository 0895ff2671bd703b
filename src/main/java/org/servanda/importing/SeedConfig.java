package org.servanda.importing;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "servanda.seeds")
interface SeedConfig {

    /** Folder to read the seeds from; without it the copy inside the program. */
    Optional<Path> dir();

    /** Whether they are applied when the program starts; a command leaves the register as it is. */
    @WithDefault("true")
    boolean atStart();
}
