package org.servanda.importing;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "servanda.seeds")
interface SeedConfig {

    /** Folder of the seeds; without a value the copy inside the program is read. */
    Optional<Path> dir();

    /** Whether the seeds are applied when the program starts; a command leaves the register as it is. */
    @WithDefault("true")
    boolean atStart();
}
