package org.servanda.web;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * The connection under a request: how to cut it, and how to hear that it is gone. The server's own ways fail where a client does
 * not read: closing waits until all is written, and the response is not told of the end when further requests wait behind it.
 */
public final class ClientConnection {

    private final HttpServerRequest request;
    private final Channel channel;

    public ClientConnection(HttpServerRequest request) {
        this.request = request;
        this.channel = ((ConnectionBase) request.connection()).channel();
    }

    /** Ends it at once, whatever was not sent yet; of HTTP/2 the one stream. */
    public void cut() {
        if (request.version() == HttpVersion.HTTP_2) request.response().reset();
        // Past the handlers of the server, which would wait for the reader.
        else if (channel.isOpen()) channel.pipeline().firstContext().close();
    }

    /** As {@link #cut}, and waits until it has ended; not to be called on the thread of the connection. */
    public void cutAndWait() {
        cut();
        if (request.version() != HttpVersion.HTTP_2) channel.closeFuture().awaitUninterruptibly();
    }

    public boolean isGone() {
        return !channel.isOpen();
    }

    /**
     * Runs something when it is gone, or now if it is.
     *
     * @return forgets it again; a connection that lasts would else remember every request
     */
    public Runnable whenGone(Runnable then) {
        GenericFutureListener<Future<Void>> listener = gone -> then.run();
        channel.closeFuture().addListener(listener);
        return () -> channel.closeFuture().removeListener(listener);
    }
}
