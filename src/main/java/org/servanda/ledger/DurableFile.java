package org.servanda.ledger;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.logging.Logger;

/**
 * The state of a database file: whether it can still be forced to the disk, for as long as the process lives.
 *
 * <p>When forcing fails, Linux marks the pages that it could not write as written: the next attempt succeeds though the
 * bytes never reached the disk, by whatever process and channel. So after the first failure there is no second attempt,
 * and nothing more is written: the space that a new version of the data would take may still hold data that was
 * acknowledged. Only a restart, which reads from the disk what is really there, ends that state. Attempts run one after
 * the other, so that none succeeds at the same time as the one that fails.
 */
final class DurableFile {

    private static final Logger LOG = Logger.getLogger(DurableFile.class);

    private static final Map<String, DurableFile> ALL = new ConcurrentHashMap<>();

    private final String name;
    private volatile IOException failure;

    private DurableFile(String name) {
        this.name = name;
    }

    /** The file of this name, whatever channel writes it. */
    static DurableFile named(String name) {
        return ALL.computeIfAbsent(name, DurableFile::new);
    }

    /** Forgets all failures when the program starts: it reads from the disk what is really there. */
    static void forgetFailures() {
        ALL.clear();
    }

    /** The failure of any file; empty when there is none. */
    static Optional<IOException> failure() {
        return ALL.values().stream()
                .map(file -> file.failure)
                .filter(failure -> failure != null)
                .findFirst();
    }

    synchronized void force(FileChannel channel, boolean metaData) throws IOException {
        requireSound();
        try {
            channel.force(metaData);
        } catch (ClosedChannelException e) {
            // The channel was closed, so the disk was not involved.
            throw e;
        } catch (IOException e) {
            failure = e;
            LOG.fatalf(
                    e,
                    "%s could not be forced to the disk. What was not acknowledged by now may be lost, so nothing is"
                            + " acknowledged any more. See that the disk is sound, then start the program again",
                    name);
            throw e;
        }
    }

    /** @throws IOException when the file could once not be forced to the disk */
    void requireSound() throws IOException {
        if (failure != null)
            throw new IOException(name + " could not be forced to the disk; start the program again", failure);
    }
}
