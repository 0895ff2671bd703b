package org.servanda.web;

import java.util.Set;
import java.util.TreeSet;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Answers OPTIONS with the methods of a path and refuses every other method with 405. By itself the framework would
 * name the methods of a whole class for OPTIONS and none with a 405, and the pages beside the API would answer to any
 * method.
 */
@ApplicationScoped
class AllowedMethods {

    /** The methods of a public page: it can only be read. */
    private static final Set<String> READ = new TreeSet<>(Set.of("GET", "HEAD", "OPTIONS"));

    private final ServedContract contract;
    private final ProblemWriter problems;

    AllowedMethods(ServedContract contract, ProblemWriter problems) {
        this.contract = contract;
        this.problems = problems;
    }

    void filter(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.METHOD);
    }

    private void check(RoutingContext context) {
        String path = context.normalizedPath();
        Set<String> methods = PublicPage.at(path).isPresent() ? READ : contract.methods(context);
        HttpMethod method = context.request().method();
        boolean isOptions = method.equals(HttpMethod.OPTIONS);
        // Unknown paths are passed on: the router refuses them with 404.
        if (methods.isEmpty() || !isOptions && methods.contains(method.name())) {
            context.next();
            return;
        }
        String allowed = String.join(", ", methods);
        context.response().putHeader(HttpHeaders.ALLOW, allowed);
        if (isOptions) context.response().setStatusCode(200).end();
        else problems.write(context, ProblemType.METHOD_NOT_ALLOWED, "This path takes " + allowed + ".");
    }
}
