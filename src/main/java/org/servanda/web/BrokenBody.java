package org.servanda.web;

import java.nio.channels.ClosedChannelException;
import java.util.Optional;

import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/** A body of which the end does not come, since its client has left: no fault of ours, so it is one line at DEBUG. */
final class BrokenBody {

    private static final Logger LOG = Logger.getLogger(BrokenBody.class);

    private BrokenBody() {}

    /** Whoever begins to listen to a connection that is closed already is not told of it. */
    static Optional<Refusal> before(RoutingContext context) {
        return context.response().closed()
                ? Optional.of(refusal(context, new ClosedChannelException()))
                : Optional.empty();
    }

    static Refusal refusal(RoutingContext context, Throwable cause) {
        LOG.debugf("%s %s: the client left: %s", context.request().method(), ProblemWriter.decoded(context), cause);
        return new Refusal(Reason.BAD_REQUEST, "The body broke off before its end.");
    }
}
