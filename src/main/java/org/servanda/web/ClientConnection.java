package org.servanda.web;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * The TCP connection of a request: cuts it, and tells when it is gone. The server's own methods fail where a client
 * does not read: close waits until everything is written, and the response is not told of the end while further
 * requests wait behind it.
 */
public final class ClientConnection {

    private final HttpServerRequest request;
    private final Channel channel;

    public ClientConnection(HttpServerRequest request) {
        this.request = request;
        this.channel = ((ConnectionBase) request.connection()).channel();
    }

    /** Cuts the connection at once, whatever has not been sent yet; with HTTP/2 only the one stream. */
    public void cut() {
        if (request.version() == HttpVersion.HTTP_2) request.response().reset();
        // Skips the handlers of the server, which would wait for the client to read.
        else if (channel.isOpen()) channel.pipeline().firstContext().close();
    }

    /**
     * Cuts as {@link #cut} does, and blocks until the connection has ended; not to be called on the connection's own
     * thread.
     */
    public void cutAndWait() {
        cut();
        if (request.version() != HttpVersion.HTTP_2) channel.closeFuture().awaitUninterruptibly();
    }

    public boolean isGone() {
        return !channel.isOpen();
    }

    /**
     * Runs an action when the connection is gone, or at once when it is gone already.
     *
     * @return removes the action again; a long-lived connection would otherwise keep one for every request
     */
    public Runnable whenGone(Runnable then) {
        GenericFutureListener<Future<Void>> listener = gone -> then.run();
        channel.closeFuture().addListener(listener);
        return () -> channel.closeFuture().removeListener(listener);
    }
}
