package org.servanda.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.servanda.testing.ContractOperation;
import org.servanda.testing.HttpTest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Every path takes the methods that it says it takes, and no others. */
@HttpTest
class MethodsTest {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE", "FOO", "PROPFIND");

    private static Map<String, Set<String>> methodsByPath() {
        Map<String, Set<String>> methods = new TreeMap<>();
        for (ContractOperation operation : ContractOperation.all())
            methods.computeIfAbsent(operation.path(), path -> new TreeSet<>(Set.of("OPTIONS")))
                    .add(operation.method());
        for (String page : List.of(
                "/openapi",
                "/openapi.json",
                "/openapi.yaml",
                "/q/swagger-ui/",
                "/q/swagger-ui/swagger-ui.css",
                "/problems/not-found.md",
                "/problems/README.md")) methods.put(page, new TreeSet<>(Set.of("GET", "OPTIONS")));
        methods.values().forEach(taken -> {
            if (taken.contains("GET")) taken.add("HEAD");
        });
        return methods;
    }

    @Test
    void optionsNamesThemAndWhateverElseIsAskedIsRefusedWithTheirNames() {
        List<String> wrong = new ArrayList<>();
        methodsByPath().forEach((path, taken) -> {
            for (String spelling :
                    path.endsWith("/") || path.contains(".") ? List.of(path) : List.of(path, path + "/")) {
                String address = spelling.replaceAll("\\{[^/]+}", "X");
                String allowed = String.join(", ", taken);
                Response options = given().urlEncodingEnabled(false).options(address);
                if (options.statusCode() != 200 || !allowed.equals(options.header("Allow")))
                    wrong.add("OPTIONS " + address + ": " + options.statusCode() + " " + options.header("Allow"));
                for (String method : METHODS) {
                    Response answer = given().urlEncodingEnabled(false).request(method, address);
                    boolean refused = answer.statusCode() == 405;
                    if (refused == taken.contains(method))
                        wrong.add(method + " " + address + ": " + answer.statusCode());
                    if (refused && !allowed.equals(answer.header("Allow")))
                        wrong.add(method + " " + address + " Allow");
                    if (refused && !method.equals("HEAD") && !answer.asString().contains(allowed))
                        wrong.add(method + " " + address + " body");
                }
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void aPathThatIsNotThereHasNoMethods() {
        for (String method : METHODS) {
            if (method.equals("TRACE") || method.equals("HEAD")) continue;
            given().request(method, "/api/v1/nope").then().statusCode(404);
        }
        given().options("/api/v1/nope").then().statusCode(404);
    }
}
