package org.servanda.commitments.queue;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import org.servanda.commitments.search.FilterParameters;
import org.servanda.ledger.TimeParameters;
import org.servanda.web.NextLink;

@Path("/api/v1/queue")
@Tag(name = "Commitments")
@Transactional
class QueueResource {

    private final ReportingQueue queue;

    QueueResource(ReportingQueue queue) {
        this.queue = queue;
    }

    @GET
    @Operation(
            operationId = "listQueue",
            summary =
                    "Who owes an update: open commitments that never had one, or whose next one is due or overdue, the longest due first",
            description =
                    "For the secretariat, before it writes to the focal points. An item names the parties that owe an update, since which day, and for how many days. Closed commitments are never in it.")
    public RestResponse<QueuePage> list(
            @BeanParam FilterParameters filter,
            @BeanParam QueueParameters page,
            @BeanParam TimeParameters time,
            @Context UriInfo uri) {
        QueuePage answer = queue.page(filter, page, time);
        return NextLink.response(answer, answer.next(), uri);
    }
}
