package org.servanda.web;

import java.util.Set;

import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Names requests in the metrics by the contract, before they can be refused. Else one that reaches no operation would be counted
 * under its own address: strangers would fill the list until no operation is counted any more.
 */
@ApplicationScoped
class RequestMetrics {

    private static final String UNMATCHED = "/unmatched";

    /** Left out of the metrics by {@code ignore-patterns}: the method would be a tag, and there is no end of such words. */
    private static final String UNKNOWN_METHOD = "/unknown-method";

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private final ServedContract contract;

    RequestMetrics(ServedContract contract) {
        this.contract = contract;
    }

    void filter(@Observes Filters filters) {
        filters.register(
                context -> {
                    name(context);
                    context.next();
                },
                FilterOrder.METRICS);
    }

    /** A request that is broken in itself passes no filter. */
    void failures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(context -> {
            name(context);
            context.next();
        });
    }

    /** The first name that is given to a request stays. */
    private void name(RoutingContext context) {
        HttpRequestMetric metric = HttpRequestMetric.getRequestMetric(context);
        if (metric == null) return;
        boolean knownMethod = METHODS.contains(context.request().method().name());
        metric.setTemplatePath(knownMethod ? name(ProblemWriter.path(context)) : UNKNOWN_METHOD);
    }

    private String name(String path) {
        if (path == null) return UNMATCHED;
        return PublicPage.at(path)
                .map(PublicPage::template)
                .or(() -> contract.template(path))
                .orElse(UNMATCHED);
    }
}
