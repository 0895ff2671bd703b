package org.servanda.proofs;

import java.nio.file.Path;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "servanda.proofs")
interface ProofsConfig {

    /**
     * The file with the keys that sign the log, one on each line. It is outside the database, so that a person who can
     * change the database cannot sign.
     */
    Path keyFile();

    /** The name of the log: the first line of every checkpoint, never changed. */
    String origin();

    /** The name of a key that is made at the start. */
    String keyName();

    /** Whether the start makes a key where there is none; a command leaves the register as it is. */
    @WithDefault("true")
    boolean atStart();
}
