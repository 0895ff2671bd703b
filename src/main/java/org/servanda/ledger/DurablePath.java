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
 * The H2 file system for files that are durable and private: <code>jdbc:h2:durable:&lt;file&gt;</code>. Only the user
 * who runs the program can read the files, since they hold its keys: mode 0600, and 0700 for a folder that is created.
 * Public, since H2 creates it by its class name.
 */
public final class DurablePath extends FilePathWrapper {

    static final String SCHEME = "durable";

    private static final Logger LOG = Logger.getLogger(DurablePath.class);

    private static final String OWNER_ONLY = "rw-------";
    private static final String OWNER_ONLY_FOLDER = "rwx------";

    /** Registers the scheme; call it before H2 opens such an address. */
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
        boolean existed = exists();
        super.createDirectory();
        if (!existed) setPermissions(OWNER_ONLY_FOLDER);
    }

    /**
     * Makes the file private. A new file is created private, so that other users cannot read it even for a moment; a
     * file from an earlier version is changed.
     */
    private void keepPrivate() {
        Path file = file();
        try {
            if (!posix(file)) return;
            if (Files.exists(file)) setPermissions(OWNER_ONLY);
            else if (Files.isDirectory(file.toAbsolutePath().getParent()))
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        } catch (IOException e) {
            // The class that opens the file reports what is wrong.
            LOG.debugf(e, "%s cannot be made", file);
        }
    }

    private void setPermissions(String mode) {
        Path file = file();
        if (!posix(file)) return;
        try {
            Set<?> permissions = PosixFilePermissions.fromString(mode);
            if (!Files.getPosixFilePermissions(file).equals(permissions))
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        } catch (IOException e) {
            LOG.warnf("%s can be read by other users of this machine, which cannot be changed (%s)", file, e);
        }
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** The file itself, without the other H2 wrappers of its path. */
    private Path file() {
        FilePath base = getBase();
        while (base instanceof FilePathWrapper wrapper) base = wrapper.unwrap();
        return Path.of(base.toString());
    }
}
