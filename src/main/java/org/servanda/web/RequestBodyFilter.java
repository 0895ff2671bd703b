package org.servanda.web;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Request filter that receives the body before the operation begins, and after the access filter
 * has admitted the caller: the body of a stranger is not read. An uploaded file is read by its operation, see {@link
 * StreamedUploads}.
 */
@ApplicationScoped
class RequestBodyFilter {

    private static final Set<String> WITH_BODY = Set.of("POST", "PATCH");

    private static final int RETRY_AFTER = 5;

    private final AdmissionControl admissionControl;
    private final WebConfig config;
    private final Bulkhead bulkhead;

    RequestBodyFilter(AdmissionControl admissionControl, WebConfig config) {
        this.admissionControl = admissionControl;
        this.config = config;
        int all = config.bodiesAtOnce();
        this.bulkhead = new Bulkhead(
                "bodies that take their time", new Bulkhead.Limits(all, all / 4, all / 2, all, 0, 0), RETRY_AFTER);
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION + 1)
    Uni<Void> receive(ContainerRequestContext request, ResourceInfo resource) {
        if (!WITH_BODY.contains(request.getMethod()) || resource.getResourceMethod() == null || streamed(resource))
            return null;
        RoutingContext context = AdmissionControl.routing();
        AdmissionControl.release(context);
        return Uni.createFrom().emitter(emitter -> new IncomingBody(
                        context,
                        config.maxBody().asLongValue(),
                        bulkhead,
                        config.bodyPatience(),
                        body -> {
                            request.setEntityStream(new ByteArrayInputStream(body.getBytes()));
                            admissionControl.readmit(context, () -> emitter.complete(null), emitter::fail);
                        },
                        emitter::fail)
                .receive());
    }

    private static boolean streamed(ResourceInfo resource) {
        return Arrays.asList(resource.getResourceMethod().getParameterTypes()).contains(InputStream.class);
    }
}
