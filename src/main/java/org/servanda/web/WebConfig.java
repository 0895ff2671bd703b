package org.servanda.web;

import java.util.Optional;
import java.util.Set;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "servanda.web")
interface WebConfig {

    /** Web pages of these origins may read the API in a browser, such as https://dashboard.example.org. */
    Optional<Set<String>> corsOrigins();

    /** Largest request body; a pledge with two languages and its evidence list is a few kilobytes. */
    MemorySize maxBody();

    /** Largest file. */
    MemorySize maxFile();
}
