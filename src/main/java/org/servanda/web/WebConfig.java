package org.servanda.web;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "servanda.web")
interface WebConfig {

    /** Origins whose web pages may read the API in a browser, such as https://dashboard.example.org. */
    Optional<Set<String>> corsOrigins();

    /** Largest request body; a commitment with two languages and its list of evidence is a few kilobytes. */
    MemorySize maxBody();

    /** Largest uploaded file. */
    MemorySize maxFile();

    /** Longest pause of a body; also the period in which a body must come at a kibibyte a second on average. */
    @WithDefault("10S")
    Duration bodyPatience();

    /** How long a client that sends more requests may leave its responses unread. */
    @WithDefault("1M")
    Duration readerPatience();

    /** Bodies that are kept in memory while they are received, without small ones that arrive at once. */
    @WithDefault("64")
    int bodiesAtOnce();

    /** Uploads at one time; each needs a worker of its own. */
    @WithDefault("16")
    int uploadsAtOnce();

    /** Reads at one time. With writes and reports together no more than there are connections to the database. */
    @WithDefault("9")
    int readsAtOnce();

    /** Waiting reads. So many are answered within the time of three; with more, all would wait for too long. */
    @WithDefault("24")
    int readsWaiting();

    /** Writes at one time. Only one of them writes; the others prepare. */
    @WithDefault("3")
    int writesAtOnce();

    /** Waiting writes. Many arrive before a deadline, and waiting is better for them than sending again. */
    @WithDefault("128")
    int writesWaiting();

    /** How long a request waits in these queues. */
    @WithDefault("5S")
    Duration patience();
}
