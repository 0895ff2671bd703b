package org.servanda.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jboss.logging.Logger;

/**
 * Where H2 keeps a file that is durable and private: <code>jdbc:h2:durable:&lt;file&gt;</code>. Only the user that runs the
 * program can read it, as its keys: mode 0600, a folder that is made for it 0700. Public, since H2 makes it by its class.
 */
public final class DurablePath extends FilePathWrapper {

    static final String SCHEME = "durable";

    private static final Logger LOG = Logger.getLogger(DurablePath.class);

    private static final String OWNER_ONLY = "rw-------";
    private static final String OWNER_ONLY_FOLDER = "rwx------";

    /** To be called before H2 is given such an address. */
    static void register() {
        FilePath.register(new DurablePath());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        if (mode.contains("w")) keepPrivate();
        return new DurableChannel(DurableFile.named(name), super.open(mode));
    }

    @Override
    public OutputStream newOutputStream(boolean append) throws IOException {
        keepPrivate();
        return super.newOutputStream(append);
    }

    @Override
    public boolean createFile() {
        boolean created = super.createFile();
        keepPrivate();
        return created;
    }

    @Override
    public void createDirectory() {
        boolean there = exists();
        super.createDirectory();
        if (!there) limit(OWNER_ONLY_FOLDER);
    }

    /** A new one never is another's to read, not even for a moment; one from an earlier version is closed to others. */
    private void keepPrivate() {
        Path file = file();
        try {
            if (!posix(file)) return;
            if (Files.exists(file)) limit(OWNER_ONLY);
            else if (Files.isDirectory(file.toAbsolutePath().getParent()))
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        } catch (IOException e) {
            // Whoever opens it tells what is in the way.
            LOG.debugf(e, "%s cannot be made", file);
        }
    }

    private void limit(String mode) {
        Path file = file();
        if (!posix(file)) return;
        try {
            Set<?> wanted = PosixFilePermissions.fromString(mode);
            if (!Files.getPosixFilePermissions(file).equals(wanted))
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        } catch (IOException e) {
            LOG.warnf("%s can be read by other users of this machine, which cannot be changed (%s)", file, e);
        }
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Below whatever else H2 was told about it. */
    private Path file() {
        FilePath base = getBase();
        while (base instanceof FilePathWrapper wrapper) base = wrapper.unwrap();
        return Path.of(base.toString());
    }
}
