package org.servanda.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** A channel to a disk that has failed. */
class FailingChannel extends ForwardingChannel {

    FailingChannel(FileChannel base) {
        super(base);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        throw new IOException("Input/output error");
    }
}
