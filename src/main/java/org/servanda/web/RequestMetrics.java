package org.servanda.web;

import java.util.Set;

import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Names each request in the metrics by its path template in the contract, before any filter can refuse it. Otherwise a
 * request that reaches no operation would be counted under its own address: strangers would fill the list of names
 * until no operation is counted any more.
 */
@ApplicationScoped
class RequestMetrics {

    private static final String UNMATCHED = "/unmatched";

    /**
     * Excluded from the metrics by {@code ignore-patterns}: the method would be a tag, and there are endless unknown
     * methods.
     */
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

    /** Names requests that fail before any filter, because they are malformed. */
    void failures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(context -> {
            name(context);
            context.next();
        });
    }

    /** Names the request; Micrometer keeps the first name. */
    private void name(RoutingContext context) {
        HttpRequestMetric metric = HttpRequestMetric.getRequestMetric(context);
        if (metric == null) return;
        boolean knownMethod = METHODS.contains(context.request().method().name());
        metric.setTemplatePath(knownMethod ? template(context) : UNKNOWN_METHOD);
    }

    private String template(RoutingContext context) {
        String path = ProblemWriter.path(context);
        if (path == null) return UNMATCHED;
        return PublicPage.at(path)
                .map(PublicPage::template)
                .or(() -> contract.template(context))
                .orElse(UNMATCHED);
    }
}
