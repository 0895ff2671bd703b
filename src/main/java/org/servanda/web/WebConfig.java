package org.servanda.web;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "servanda.web")
interface WebConfig {

    /** Web pages of these origins may read the API in a browser, such as https://dashboard.example.org. */
    Optional<Set<String>> corsOrigins();

    /** Largest request body; a pledge with two languages and its evidence list is a few kilobytes. */
    MemorySize maxBody();

    /** Largest file. */
    MemorySize maxFile();

    /** How long a body may pause, and after what time it must have come at a kibibyte a second. */
    @WithDefault("10S")
    Duration bodyPatience();

    /** How long a client may read none of its answers while it asks for more. */
    @WithDefault("1M")
    Duration readerPatience();

    /** Bodies that are kept in memory while they come, other than small ones that come at once. */
    @WithDefault("64")
    int bodiesAtOnce();

    /** Files that are received at one time; each has a worker of its own. */
    @WithDefault("16")
    int uploadsAtOnce();

    /** With writes and reports together no more than there are connections to the store. */
    @WithDefault("9")
    int readsAtOnce();

    /** So many are answered within the time of three; with more, all would wait for too long. */
    @WithDefault("24")
    int readsWaiting();

    /** One writes at a time; the others prepare. */
    @WithDefault("3")
    int writesAtOnce();

    /** Writers come in crowds before a deadline, and to wait is better for them than to send again. */
    @WithDefault("128")
    int writesWaiting();

    /** How long a request waits among these. */
    @WithDefault("5S")
    Duration patience();
}
