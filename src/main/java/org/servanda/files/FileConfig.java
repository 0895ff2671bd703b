package org.servanda.files;

import java.nio.file.Path;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "servanda.files")
interface FileConfig {

    /** Where the bytes are kept. All nodes on one store see the same folder. */
    Path folder();

    /** Whether the folder is made, and tried, when the program starts. */
    @WithDefault("true")
    boolean atStart();

    /** Largest file that is taken. */
    MemorySize maxSize();
}
