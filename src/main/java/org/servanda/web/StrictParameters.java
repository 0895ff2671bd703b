package org.servanda.web;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import org.servanda.web.Problem.Fault;

/**
 * Refuses unknown query parameters. A misspelt filter that is silently ignored would return the whole register, and
 * nobody would notice.
 */
class StrictParameters {

    private final Map<Method, Map<String, Boolean>> parametersByMethod = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        Map<String, List<String>> query = request.getUriInfo().getQueryParameters();
        if (query.isEmpty() || resource.getResourceMethod() == null) return;
        Map<String, Boolean> parameters =
                parametersByMethod.computeIfAbsent(resource.getResourceMethod(), StrictParameters::of);
        List<String> names = List.copyOf(parameters.keySet());
        List<Fault> unknown = new ArrayList<>();
        List<Fault> wrong = new ArrayList<>();
        query.forEach((name, values) -> {
            if (!parameters.containsKey(name))
                unknown.add(Fault.parameter(name, "no such parameter here").allowing(names, name));
            else if (values.size() > 1 && !parameters.get(name))
                wrong.add(Fault.parameter(name, "may be given once only"));
            // Quarkus treats an empty value as absent, and a missing filter lists everything.
            else if (values.stream().anyMatch(String::isEmpty)) wrong.add(Fault.parameter(name, "has no value"));
        });
        if (!unknown.isEmpty()) {
            String detail = "Unknown: "
                    + String.join(", ", unknown.stream().map(Fault::parameter).toList()) + ".";
            throw new ProblemException(ProblemType.UNKNOWN_PARAMETER, detail, unknown);
        }
        if (!wrong.isEmpty()) throw ProblemException.parameters(wrong);
    }

    /** The name of each query parameter of the method, and whether it may be repeated. */
    private static Map<String, Boolean> of(Method method) {
        Map<String, Boolean> parameters = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            add(parameters, parameter, parameter.getType());
            if (!parameter.isAnnotationPresent(BeanParam.class)) continue;
            for (RecordComponent component : parameter.getType().getRecordComponents()) {
                add(parameters, component.getAccessor(), component.getType());
            }
        }
        return parameters;
    }

    private static void add(Map<String, Boolean> parameters, AnnotatedElement element, Class<?> type) {
        QueryParam query = element.getAnnotation(QueryParam.class);
        if (query != null) parameters.put(query.value(), List.class.isAssignableFrom(type));
    }
}
