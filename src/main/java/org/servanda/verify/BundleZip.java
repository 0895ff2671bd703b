package org.servanda.verify;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * The zip file of a bundle, read so strictly that each byte must be what it is: see {@link ZipDirectory}. The members are
 * unpacked while they are read.
 */
final class BundleZip implements Closeable {

    /** The largest member that is read as a whole, in bytes; entries, proofs and rows are read piece by piece. */
    private static final int LARGEST_WHOLE_MEMBER = 1 << 30;

    private final FileChannel file;
    private final Map<String, ZipDirectory.Member> members;

    BundleZip(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            members = new ZipDirectory(new ZipBytes(path.getFileName().toString(), file)).read();
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    List<String> names() {
        return List.copyOf(members.keySet());
    }

    MemberStream open(String name) {
        return new MemberStream(file, members.get(name));
    }

    /** The text of a member that no digest is known of. */
    String text(String name) throws IOException {
        return text(name, null);
    }

    /** The text of a member that has the digest that the manifest says. */
    String text(String name, Manifest manifest) throws IOException {
        try (MemberStream stream = open(name)) {
            byte[] bytes = stream.readNBytes(LARGEST_WHOLE_MEMBER);
            if (manifest == null) stream.requireEnd();
            else stream.requireDigest(manifest);
            return Utf8.decode(bytes);
        } catch (CharacterCodingException e) {
            throw new RefusedException(name, "is not UTF-8");
        }
    }

    void requireDigest(String name, Manifest manifest) throws IOException {
        try (MemberStream stream = open(name)) {
            stream.skipNBytes(members.get(name).size());
            stream.requireDigest(manifest);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
