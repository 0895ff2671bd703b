package org.servanda.keys;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "servanda.keys")
interface KeyConfig {

    /** The file for an admin key that is issued at the start; without it the key goes to the console. */
    Optional<Path> adminKeyFile();

    /** Whether the start issues a key where there is none; a command leaves the register as it is. */
    @WithDefault("true")
    boolean atStart();
}
