package org.servanda.files;

import java.nio.file.Path;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "servanda.files")
interface FileConfig {

    /** Where the bytes are kept. All nodes on one store see the same folder. */
    Path folder();

    /** Largest file that is taken. */
    MemorySize maxSize();
}
