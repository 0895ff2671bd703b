package org.servanda.web;

import java.nio.channels.ClosedChannelException;
import java.util.Optional;

import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/**
 * A body that ends early because its client has disconnected. This is no fault of ours, so it is one line at DEBUG.
 */
final class TruncatedBody {

    private static final Logger LOG = Logger.getLogger(TruncatedBody.class);

    private TruncatedBody() {}

    /** The problem when the connection is closed already: a handler that is registered then is never called. */
    static Optional<ProblemException> ifConnectionClosed(RoutingContext context) {
        return context.response().closed()
                ? Optional.of(problem(context, new ClosedChannelException()))
                : Optional.empty();
    }

    static ProblemException problem(RoutingContext context, Throwable cause) {
        LOG.debugf("%s %s: the client left: %s", context.request().method(), ProblemWriter.decoded(context), cause);
        return new ProblemException(ProblemType.BAD_REQUEST, "The body broke off before its end.");
    }
}
