package org.servanda.proofs;

import java.nio.file.Path;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "servanda.proofs")
interface ProofsConfig {

    /** The keys that sign the log, one on each line; outside the database, so that whoever changes that cannot sign. */
    Path keyFile();

    /** Which log it is: the first line of every checkpoint, never changed. */
    String origin();

    /** Of a key that is made at start. */
    String keyName();

    /** Whether the start sees to it that there is a key; a command leaves the register as it is. */
    @WithDefault("true")
    boolean atStart();
}
