package org.servanda.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;

import org.h2.store.fs.FileBase;

/** A file channel to a {@link DurableFile}: it refuses writes after a failure to force the file to the disk. */
final class DurableChannel extends FileBase {

    private final DurableFile file;
    private final FileChannel base;

    DurableChannel(DurableFile file, FileChannel base) {
        this.file = file;
        this.base = base;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        file.force(base, metaData);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        file.requireSound();
        return base.write(source);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        file.requireSound();
        return base.write(source, position);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        file.requireSound();
        base.truncate(size);
        return this;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return base.read(target);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return base.read(target, position);
    }

    @Override
    public long position() throws IOException {
        return base.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        base.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return base.size();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return base.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        base.close();
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
