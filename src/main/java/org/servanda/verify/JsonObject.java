package org.servanda.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A JSON object whose fields are read by name and type; a field that does not fit is refused with its place. Methods that end
 * in {@code Or} take a field that may be absent, and then give null or an empty list.
 *
 * @param place of the object, with which refusals begin
 */
record JsonObject(Map<String, Object> values, String place) {

    static JsonObject of(Object value, String place) {
        if (!(value instanceof Map<?, ?> object)) throw new RefusedException(place, "must be an object");
        Map<String, Object> values = new LinkedHashMap<>();
        object.forEach((name, field) -> values.put((String) name, field));
        return new JsonObject(values, place);
    }

    private RefusedException wrong(String name, String must) {
        Object value = values.get(name);
        return new RefusedException(
                place + " " + name, value == null ? "is missing" : "must be " + must + ", not " + value);
    }

    Set<String> names() {
        return new TreeSet<>(values.keySet());
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Object value(String name) {
        return values.get(name);
    }

    /** Requires all of these fields and no more. */
    JsonObject exactly(String... names) {
        return exactlyOr(Set.of(), names);
    }

    /** Requires all of these fields and no more, apart from those that may be there. */
    JsonObject exactlyOr(Set<String> optional, String... names) {
        Set<String> expected = new TreeSet<>(List.of(names));
        Set<String> present = names();
        present.removeAll(optional);
        if (!present.equals(expected))
            throw new RefusedException(place, "has the fields " + present + ", expected " + expected);
        return this;
    }

    void require(String name, String expected) {
        if (!expected.equals(values.get(name)))
            throw new RefusedException(place + " " + name, "is " + values.get(name) + ", expected " + expected);
    }

    String text(String name) {
        if (values.get(name) instanceof String text) return text;
        throw wrong(name, "a text");
    }

    String textOr(String name) {
        return has(name) ? text(name) : null;
    }

    long number(String name) {
        if (values.get(name) instanceof Long number) return number;
        throw wrong(name, "a whole number");
    }

    Long numberOr(String name) {
        return has(name) ? (Long) number(name) : null;
    }

    List<?> list(String name) {
        if (values.get(name) instanceof List<?> list) return list;
        throw wrong(name, "a list");
    }

    List<?> listOr(String name) {
        return has(name) ? list(name) : List.of();
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(name)) {
            if (!(item instanceof String text)) throw wrong(name, "a list of texts");
            texts.add(text);
        }
        return texts;
    }

    List<String> textsOr(String name) {
        return has(name) ? texts(name) : List.of();
    }

    /** Numbers of entries, each greater than the one before. */
    List<Long> ascending(String name) {
        List<Long> numbers = new ArrayList<>();
        long last = 0;
        for (Object item : list(name)) {
            if (!(item instanceof Long number) || number <= last)
                throw wrong(name, "a list of ascending numbers of entries");
            numbers.add(number);
            last = number;
        }
        return numbers;
    }

    /** Hashes of the Merkle tree, in base64. */
    List<byte[]> hashes(String name) {
        List<byte[]> hashes = new ArrayList<>();
        for (String text : texts(name)) hashes.add(Base64Text.decode(text, Sha256.LENGTH, place + " " + name));
        return hashes;
    }

    JsonObject object(String name) {
        return JsonObject.of(values.get(name), place + " " + name);
    }

    JsonObject objectOr(String name) {
        return has(name) ? object(name) : null;
    }

    LocalDate day(String name) {
        try {
            LocalDate day = LocalDate.parse(text(name));
            if (day.toString().equals(text(name))) return day;
        } catch (DateTimeException e) {
            // The refusal below is the same.
        }
        throw wrong(name, "a day such as 2026-03-31");
    }

    LocalDate dayOr(String name) {
        return has(name) ? day(name) : null;
    }

    Instant moment(String name) {
        try {
            Instant moment = Instant.parse(text(name));
            if (moment.toString().equals(text(name))) return moment;
        } catch (DateTimeException e) {
            // The refusal below is the same.
        }
        throw wrong(name, "a moment such as 2026-04-01T00:00:00Z");
    }
}
