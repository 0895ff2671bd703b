package org.servanda.fuzzing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Values and bytes that programs have broken on; none of them is a word of this register. */
final class HostileValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Written as escapes, so that an editor shows them and no tool mends them. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\n",
            "\u0000",
            "a\u0000b",
            "\u0007\u001b[31m",
            "\u200b",
            "\u00a0\u2060\ufeff",
            "\u3164\u115f\u2800",
            "\u202eabc\u202c",
            "\u2028/../../etc/passwd",
            "\ufffe\uffff",
            "\ud800",
            "\udc00\ud800",
            "\ud840\udc00\ud869\ude00",
            "e\u0301\u0301\u0301\u0301\u0301",
            "\ufdfa\ufdfa\ufdfa",
            "\u0130\u0131\u00df",
            "\uff21\uff29",
            "\uff0c\u3001\uff1b",
            "null",
            "true",
            "undefined",
            "NaN",
            "-1",
            "0",
            "007",
            "1e400",
            "99999999999999999999999999",
            "-9223372036854775809",
            "0x10",
            "1,000",
            "+5",
            "1.0",
            "' or '1'='1",
            "'; drop table commitment; --",
            "\" ; --",
            "%",
            "_%",
            "%25%00",
            "\\",
            "../../../etc/passwd",
            "..%2f..%2f",
            "CON",
            ".htaccess",
            "-rf",
            "$" + "{jndi:ldap://a.invalid/x}",
            "#{7*7}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "<!--",
            "=1+1",
            "\n=1+1",
            "@SUM(1)",
            "+cmd|' /C calc'!A0",
            "javascript:alert(1)",
            "http://user:pw@a.invalid/",
            "https://a.invalid:99999/",
            "file:///etc/passwd",
            "2026-02-30",
            "2026-13-01",
            "2026-1-1",
            "31.03.2026",
            "2026-03-31T17:00:00",
            "2026-03-31T24:00:00Z",
            "2026-06-30T23:59:60Z",
            "2026-03-31T17:00:00.123456789Z",
            "2026-03-31T17:00:00+99:00",
            "2026-03-31 17:00:00Z",
            "-999999999-01-01",
            "+999999999-12-31",
            "0000-00-00",
            "0001-01-01",
            "1899-12-31",
            "2200-12-31",
            "2201-01-01",
            "9999-12-31",
            "-4713-01-01",
            "294277-01-01T00:00:00Z",
            "1970-01-01T00:00:00Z",
            "1780000000",
            "today",
            "W/\"abc\"",
            "*",
            "\"",
            "a,b",
            ",",
            ",,,",
            "a\r\nX-Injected: yes",
            "\u4eba\u5de5\u667a\u80fd",
            "\u201c\u4eba\u5de5\u201d",
            "zh-Hans-CN-x-private",
            "xx");

    private static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "1",
            "101",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "1e3",
            "1E400",
            "0.5",
            "-0",
            "99999999999999999999999999999999999999");

    private final Random random;

    HostileValues(Random random) {
        this.random = random;
    }

    String text() {
        return switch (random.nextInt(12)) {
            case 0 -> "x".repeat(1 << random.nextInt(15));
            case 1 -> "\u56fd".repeat(1 << random.nextInt(13));
            case 2 -> "\ud840\udc00".repeat(1 + random.nextInt(300));
            case 3 -> "\ufdfa".repeat(1 + random.nextInt(4_000));
            case 4 -> noise();
            default -> pick(TEXTS);
        };
    }

    /** One that fits into an address. */
    String shortText() {
        String text = text();
        return text.substring(0, Math.min(text.length(), 1_000));
    }

    /** Any characters of Unicode, halves of pairs among them. */
    private String noise() {
        StringBuilder noise = new StringBuilder();
        for (int length = random.nextInt(40); length >= 0; length--)
            noise.append((char) (random.nextBoolean() ? random.nextInt(0x250) : random.nextInt(0x10000)));
        return noise.toString();
    }

    /** Something in place of what belongs there. */
    JsonNode value() {
        return switch (random.nextInt(12)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2, 3 -> JSON.numberNode(new java.math.BigDecimal(number()));
            case 4 -> JSON.arrayNode();
            case 5 -> JSON.objectNode();
            case 6 -> JSON.arrayNode().add(text()).add(1);
            case 7 -> JSON.objectNode().put("en", text());
            case 8 -> JSON.objectNode().put("$ref", "#/").put("__proto__", 1);
            default -> JSON.textNode(text());
        };
    }

    String number() {
        String number = pick(NUMBERS);
        // A number of four hundred digits is a text to whoever reads numbers into memory.
        return number.equals("1E400") ? "1E30" : number;
    }

    /** A body with one thing in it that does not belong there. */
    void disturb(JsonNode body) {
        List<JsonNode> inner = new ArrayList<>();
        collect(body, inner);
        if (inner.isEmpty()) return;
        JsonNode at = pick(inner);
        if (at instanceof ObjectNode object) disturb(object);
        else if (at instanceof ArrayNode array) disturb(array);
    }

    private void disturb(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        int what = random.nextInt(10);
        if (names.isEmpty() || what == 0)
            object.set(pick(List.of("unknown", "", "id", "__proto__", "\u72b6\u6001")), value());
        else if (what == 1) object.remove(pick(names));
        else if (what == 2) {
            String name = pick(names);
            object.set(name, JSON.arrayNode().add(object.get(name)));
        } else object.set(pick(names), value());
    }

    private void disturb(ArrayNode array) {
        if (array.isEmpty() || random.nextInt(4) == 0) array.add(value());
        else if (random.nextInt(4) == 0) {
            JsonNode first = array.get(0);
            for (int more = random.nextInt(300); more > 0; more--) array.add(first);
        } else array.set(random.nextInt(array.size()), value());
    }

    private static void collect(JsonNode node, List<JsonNode> inner) {
        if (node.isContainerNode()) inner.add(node);
        node.forEach(child -> collect(child, inner));
    }

    /** Bytes that are no JSON text as RFC 8259 has it, or a trap for who reads it. */
    byte[] bytes(String json) {
        return switch (random.nextInt(10)) {
            case 0 -> json.substring(0, random.nextInt(json.length() + 1)).getBytes(StandardCharsets.UTF_8);
            case 1 -> json.getBytes(StandardCharsets.UTF_16);
            case 2 -> ("\ufeff" + json).getBytes(StandardCharsets.UTF_8);
            case 3 -> (json + json).getBytes(StandardCharsets.UTF_8);
            case 4 ->
                json.replaceFirst("\\{", "{\"status\":\"declared\",\"status\":\"declared\",")
                        .getBytes(StandardCharsets.UTF_8);
            case 5 -> ("[".repeat(3_000)).getBytes(StandardCharsets.UTF_8);
            case 6 -> json.replace(':', '=').getBytes(StandardCharsets.UTF_8);
            case 7 -> json.replaceFirst("\"[^\"]*\"", "\"\u00ff\"").getBytes(StandardCharsets.ISO_8859_1);
            case 8 -> json.replaceFirst(":", ":NaN,\"x\":").getBytes(StandardCharsets.UTF_8);
            default -> noise().getBytes(StandardCharsets.UTF_8);
        };
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
