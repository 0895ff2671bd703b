package org.servanda.ledger;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.logging.Logger;

/**
 * Whether a file of the store can still be forced to the disk, for as long as the process lives.
 *
 * <p>When forcing fails, Linux marks what it could not write as written: the next attempt succeeds though the bytes never
 * reached the disk, whoever makes it and on whichever channel. So after the first failure there is no second attempt, and
 * nothing more is written: the space that a new version of the data would take may still hold what was acknowledged. Only a
 * new start, which reads from the disk what is really there, ends that. Attempts go one after the other, so that none
 * succeeds beside the one that fails.
 */
final class DurableFile {

    private static final Logger LOG = Logger.getLogger(DurableFile.class);

    private static final Map<String, DurableFile> ALL = new ConcurrentHashMap<>();

    private final String name;
    private volatile IOException failure;

    private DurableFile(String name) {
        this.name = name;
    }

    /** The one of this name, on whichever channel it is written. */
    static DurableFile named(String name) {
        return ALL.computeIfAbsent(name, DurableFile::new);
    }

    /** The program starts: what is on the disk is read from there. */
    static void startAgain() {
        ALL.clear();
    }

    /** The first failure of any of them; empty while all is well. */
    static Optional<IOException> failure() {
        return ALL.values().stream()
                .map(file -> file.failure)
                .filter(failed -> failed != null)
                .findFirst();
    }

    synchronized void force(FileChannel channel, boolean metaData) throws IOException {
        requireSound();
        try {
            channel.force(metaData);
        } catch (ClosedChannelException e) {
            // Nobody asked the disk.
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

    /** @throws IOException when it could not be forced to the disk once */
    void requireSound() throws IOException {
        if (failure != null)
            throw new IOException(name + " could not be forced to the disk; start the program again", failure);
    }
}
