package org.servanda.fuzzing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import org.servanda.testing.ContractValidator;
import org.servanda.testing.HttpTest;
import org.servanda.testing.RandomSize;
import org.servanda.testing.TestKeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Asks every operation of the contract, as everyone, with values that are legal, at a border or hostile. No answer is a
 * 5xx, each is what the contract says, nothing is taken in that the contract refuses, and nothing hidden is told. What
 * is made up follows from {@code -Dservanda.fuzz.seed}; {@code -Dservanda.fuzz.requests} says how many.
 */
@HttpTest
class ContractFuzzTest {

    private static final int REQUESTS = Integer.getInteger("servanda.fuzz.requests", RandomSize.of(10_000, 200_000));
    private static final long SEED = Long.getLong("servanda.fuzz.seed", 20_261_127L);

    /** So many faults are told; more of them are seldom of another kind. */
    private static final int TOLD = 40;

    /** What a stranger should never read in an error. */
    private static final Pattern INTERNALS = Pattern.compile(
            "\\bat (java|org|io|jakarta)\\.|Exception\\b|(?i)sqlstate|hibernate|\\bjdbc|org\\.servanda");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random = new Random(SEED);
    private final KnownNames known = new KnownNames(random);
    private final HostileValues hostileValues = new HostileValues(random);
    private final Map<String, String> callers = new LinkedHashMap<>();
    private final Map<String, Integer> statuses = new TreeMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();

    /** Operation and caller, where the caller may not. */
    private final Set<String> refusedAtTheDoor = new HashSet<>();

    private ContractValidator contract;
    private SchemaInputs inputs;
    private HiddenRecords hidden;

    /**
     * A request and what is to be thought of it.
     *
     * @param refused why the contract refuses it; empty when it does not
     */
    private record Case(FuzzedOperation operation, String caller, FuzzRequest asking, List<String> refused) {}

    @Test
    void everyAnswerIsWhatTheContractSays() {
        contract = ContractValidator.servedAt(RestAssured.port);
        inputs = new SchemaInputs(random, contract.document(), known);
        hidden = HiddenRecords.make();
        callers.put("anonymous", null);
        callers.put("reader", TestKeys.reader());
        callers.put("contributor TH", TestKeys.contributor("TH"));
        callers.put("contributor SG", TestKeys.contributor("SG"));
        callers.put("secretariat", TestKeys.secretariat());
        callers.put("auditor", TestKeys.auditor());
        callers.put("admin", TestKeys.admin());
        known.withholdKeys(keys());
        List<FuzzedOperation> operations = FuzzedOperation.all();
        operations.stream().filter(FuzzedOperation::reads).forEach(this::learn);
        for (int number = 0; number < REQUESTS; number++) {
            FuzzedOperation operation = operations.get(random.nextInt(operations.size()));
            // A report is a hundred times the work of a list.
            if (operation.path().contains("/reports/") && random.nextInt(4) != 0) continue;
            Case made = make(operation);
            if (!hidden.named(made.asking)) judge(number, made);
        }
        System.out.println("fuzzing from the contract, seed " + SEED + ": answers by status " + statuses);
        assertEquals(List.of(), List.copyOf(faults.values()), "\n" + String.join("\n", faults.values()));
        assertTrue(statuses.getOrDefault("201", 0) > REQUESTS / 100, "writing is tried as well: " + statuses);
    }

    private JsonNode keys() {
        try {
            FuzzRequest fuzzRequest = new FuzzRequest("GET", "/api/v1/api-keys", List.of(key("admin")), null);
            return JSON.readTree(fuzzRequest.send(base()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is there to be named: asked once, plainly, by who sees most. */
    private void learn(FuzzedOperation operation) {
        if (operation.path().contains("{")) return;
        FuzzRequest fuzzRequest = new FuzzRequest("GET", operation.path(), List.of(key("secretariat")), null);
        judge(-1, new Case(operation, "secretariat", fuzzRequest, List.of()));
    }

    private Case make(FuzzedOperation operation) {
        String caller = pick(List.copyOf(callers.keySet()));
        // Mostly those who may: what is refused at the door says little about the room.
        for (int tries = 0; tries < 10 && refusedAtTheDoor.contains(operation.name() + caller); tries++)
            caller = pick(List.copyOf(callers.keySet()));
        List<String> refused = new ArrayList<>();
        boolean plain = random.nextInt(5) < 2;
        int spot = plain ? -1 : random.nextInt(4);
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        if (callers.get(caller) != null) headers.add(key(caller));
        String target = path(operation, spot == 0, refused) + query(operation, spot == 1, refused);
        byte[] body = body(operation, spot == 2, headers, refused);
        headers(operation, target, caller, headers, spot == 3);
        String method = spot == 3 && random.nextInt(5) == 0
                ? pick(List.of("HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "FOO"))
                : operation.method();
        return new Case(operation, caller, new FuzzRequest(method, target, headers, body), refused);
    }

    private Map.Entry<String, String> key(String caller) {
        return Map.entry("Authorization", "Bearer " + callers.get(caller));
    }

    private String path(FuzzedOperation operation, boolean disturbed, List<String> refused) {
        String path = operation.path();
        for (FuzzedOperation.Parameter one : operation.parameters()) {
            if (!one.place().equals("path")) continue;
            String value = known.ofKind(operation.kindOf(one.name()));
            if (value == null
                    || one.schema().has("$ref")
                    || one.schema().path("type").asText().equals("integer"))
                value = inputs.text(one.name(), one.schema());
            if (disturbed && random.nextBoolean()) value = hostileValues.shortText();
            // These name another place in the tree of addresses.
            if (value.isBlank() || value.equals(".") || value.equals("..")) value = "x";
            refuse(operation, one, value, refused);
            path = path.replace("{" + one.name() + "}", FuzzRequest.escaped(value));
        }
        return path;
    }

    private String query(FuzzedOperation operation, boolean disturbed, List<String> refused) {
        List<String> query = new ArrayList<>();
        for (FuzzedOperation.Parameter one : operation.parameters()) {
            if (!one.place().equals("query")) continue;
            boolean leftOut = one.required()
                    ? disturbed && random.nextInt(8) == 0
                    : random.nextInt(operation.parameters().size() + 2) > 2;
            if (leftOut) {
                if (one.required()) refused.add(one.name() + " is missing");
                continue;
            }
            String value = inputs.text(one.name(), one.schema());
            if (disturbed)
                value = random.nextInt(4) == 0 ? value + hostileValues.shortText() : hostileValues.shortText();
            refuse(operation, one, value, refused);
            query.add(one.name() + "=" + FuzzRequest.escaped(value));
        }
        if (disturbed && random.nextInt(8) == 0) {
            query.add(FuzzRequest.escaped("x" + hostileValues.shortText()) + "=1");
            refused.add("it has no such parameter");
        }
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    /** A value in an address is text; what it stands for is told by its schema. */
    private void refuse(
            FuzzedOperation operation, FuzzedOperation.Parameter parameter, String value, List<String> refused) {
        JsonNode schema = inputs.resolve(parameter.schema());
        String type = schema.path("type").asText();
        JsonNode meant = new TextNode(value);
        if (type.equals("array")) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            // A list is parted at the comma of either script, and white space around its items says nothing.
            for (String item : value.split("[,\uff0c\u3001]", -1)) list.add(item.strip());
            meant = list;
        } else if (type.equals("integer") || type.equals("boolean")) {
            try {
                JsonNode read = JSON.readTree(value);
                if (read.isNumber() || read.isBoolean()) meant = read;
            } catch (JsonProcessingException e) {
                // Stays the text that it is.
            }
        }
        contract.refuses(meant, operation.wayTo("parameters", "" + parameter.number(), "schema"))
                .forEach(fault -> refused.add(parameter.name() + " " + fault));
    }

    private byte[] body(
            FuzzedOperation operation,
            boolean disturbed,
            List<Map.Entry<String, String>> headers,
            List<String> refused) {
        if (operation.body() == null) {
            if (!disturbed || random.nextBoolean()) return null;
            headers.add(Map.entry("Content-Type", "application/json"));
            return "{}".getBytes(StandardCharsets.UTF_8);
        }
        if (operation.takesBytes()) {
            headers.add(Map.entry(
                    "Content-Type",
                    disturbed
                            ? pick(List.of("application/pdf", "text/html", "image/svg+xml", "*/*", "x"))
                            : "text/plain"));
            return (disturbed ? hostileValues.text() : "A note of " + random.nextInt(50))
                    .getBytes(StandardCharsets.UTF_8);
        }
        String type = operation.mediaTypes().get(0);
        JsonNode body = inputs.value("", operation.body());
        boolean wrongType = disturbed && random.nextInt(10) == 0;
        headers.add(Map.entry("Content-Type", wrongType ? pick(List.of("text/plain", "application/xml", "x")) : type));
        if (wrongType) refused.add("its media type");
        if (disturbed && random.nextInt(5) == 0) {
            byte[] bytes = hostileValues.bytes(body.toString());
            refuse(operation, bytes, refused);
            return bytes;
        }
        if (disturbed) hostileValues.disturb(body);
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        refuse(operation, bytes, refused);
        return bytes;
    }

    private void refuse(FuzzedOperation operation, byte[] bytes, List<String> refused) {
        JsonNode read;
        try {
            read = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            refused.add("no JSON: " + e.getOriginalMessage());
            return;
        }
        if (operation.patches()) withoutNulls(read);
        String type = operation.mediaTypes().get(0);
        contract.refuses(read, operation.wayTo("requestBody", "content", type, "schema"))
                .forEach(refused::add);
        unknown(read, operation.body(), "", refused);
    }

    /** What is null in a merge patch is taken away (RFC 7396), whatever its schema says of what is there. */
    private static void withoutNulls(JsonNode patch) {
        if (!(patch instanceof ObjectNode object)) return;
        List<String> taken = new ArrayList<>();
        object.properties().forEach(one -> {
            if (one.getValue().isNull()) taken.add(one.getKey());
            else withoutNulls(one.getValue());
        });
        object.remove(taken);
    }

    /** Properties that no schema knows are refused, which a schema that may grow does not say. */
    private void unknown(JsonNode body, JsonNode schema, String at, List<String> refused) {
        JsonNode full = inputs.resolve(schema);
        if (body.isObject())
            body.properties().forEach(one -> {
                JsonNode property = full.path("properties").path(one.getKey());
                if (property.isMissingNode()) refused.add(at + "/" + one.getKey() + " is unknown");
                else unknown(one.getValue(), property, at + "/" + one.getKey(), refused);
            });
        if (body.isArray()) body.forEach(one -> unknown(one, full.path("items"), at + "/-", refused));
    }

    private void headers(
            FuzzedOperation operation,
            String target,
            String caller,
            List<Map.Entry<String, String>> headers,
            boolean disturbed) {
        for (FuzzedOperation.Parameter one : operation.parameters()) {
            if (!one.place().equals("header")) continue;
            String value = one.name().equals("If-Match")
                    ? tag(target, caller)
                    : UUID.randomUUID().toString();
            if (disturbed && random.nextBoolean()) value = header();
            if (!disturbed || random.nextInt(3) > 0) headers.add(Map.entry(one.name(), value));
        }
        if (!disturbed) return;
        String name = pick(List.of(
                "Accept",
                "Accept-Encoding",
                "Accept-Language",
                "If-None-Match",
                "If-Modified-Since",
                "Range",
                "Prefer",
                "Origin",
                "X-Forwarded-For",
                "Content-Encoding",
                "Cookie"));
        headers.add(Map.entry(
                name,
                random.nextBoolean()
                        ? header()
                        : pick(List.of(
                                "*/*;q=0",
                                "application/json;q=0.1, text/csv",
                                "gzip;q=0, *",
                                "bytes=0-3",
                                "bytes=-1",
                                "\"a\", W/\"b\", *",
                                "zh-Hans, en;q=0.5",
                                "null",
                                "text/html"))));
    }

    /** Header values are bytes to most programs; a client can send these. */
    private String header() {
        return hostileValues.shortText().replaceAll("[^\\x20-\\x7e]", "").strip();
    }

    /** The tag of the thing now, as whoever wants to change it reads it first. */
    private String tag(String target, String caller) {
        List<Map.Entry<String, String>> headers = callers.get(caller) == null ? List.of() : List.of(key(caller));
        return new FuzzRequest("GET", target, headers, null)
                .send(base())
                .headers()
                .firstValue("ETag")
                .orElse("\"none\"");
    }

    private static String base() {
        return "http://localhost:" + RestAssured.port;
    }

    private void judge(int number, Case made) {
        HttpResponse<byte[]> answer = made.asking.send(base());
        int status = answer.statusCode();
        statuses.merge("" + status, 1, Integer::sum);
        if (status == 401 || status == 403 && !made.operation.path().contains("{"))
            refusedAtTheDoor.add(made.operation.name() + made.caller);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        List<String> wrong = new ArrayList<>();
        String text = text(answer, wrong);
        if (status >= 500) wrong.add("a fault of the server");
        if (status < 300 && !made.refused.isEmpty() && made.asking.method().equals(made.operation.method()))
            wrong.add("takes what the contract refuses: " + made.refused);
        // Neither has a body that could be held to anything.
        if (!made.asking.method().equals("OPTIONS") && !made.asking.method().equals("HEAD"))
            wrong.addAll(contract.check(made.asking.method(), made.asking.target(), status, type, text));
        if (status >= 400 && INTERNALS.matcher(text).find()) wrong.add("tells of its insides");
        wrong.addAll(hidden.toldTo(made.caller, text + answer.headers().map()));
        if (status < 300 && type.contains("json")) learn(made.operation, text);
        if (wrong.isEmpty() || faults.size() >= TOLD) return;
        String what = String.join("; ", wrong);
        // One of a kind is enough.
        String kind = made.operation.name() + " " + status + " " + what.replaceAll("[^a-z ]+.*", "");
        faults.putIfAbsent(
                kind,
                number + " by " + made.caller + ": " + made.asking + "\n    -> " + status + " " + cut(what, 600)
                        + "\n    " + cut(text, 300));
    }

    private static String text(HttpResponse<byte[]> answer, List<String> wrong) {
        // The answer to HEAD has the headers of a body, and none.
        boolean packed = answer.body().length > 0
                && answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        try (InputStream body = new ByteArrayInputStream(answer.body());
                InputStream plain = packed ? new GZIPInputStream(body) : body) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            wrong.add("cannot be unpacked");
            return "";
        }
    }

    private void learn(FuzzedOperation operation, String text) {
        try {
            known.learn(operation, JSON.readTree(text));
        } catch (JsonProcessingException e) {
            // The contract has said so already.
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "...";
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
