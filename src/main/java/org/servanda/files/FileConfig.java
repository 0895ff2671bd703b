package org.servanda.files;

import java.nio.file.Path;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "servanda.files")
interface FileConfig {

    /** The folder of the bytes. All nodes on one database share it. */
    Path folder();

    /** Whether the folder is created and tested when the program starts. */
    @WithDefault("true")
    boolean atStart();

    /** Largest uploaded file. */
    MemorySize maxSize();
}
