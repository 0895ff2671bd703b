package org.servanda.keys;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "servanda.keys")
interface KeyConfig {

    /** Where an admin key that is made at start goes; without it, to the log. */
    Optional<Path> adminKeyFile();
}
