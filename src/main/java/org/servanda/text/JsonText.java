package org.servanda.text;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.impl.SimpleFilterProvider;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Keeps a record as JSON in a text column: what is only ever shown whole, never filtered by. Text rather than the
 * database's JSON type, so that both stores give back the very characters that were put in.
 */
public final class JsonText {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // While nodes are upgraded one by one, the older one reads what the newer one wrote.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            // Views that can be cut down to chosen fields are kept whole.
            .filterProvider(new SimpleFilterProvider().setFailOnUnknownId(false))
            .build();

    /** A text that goes on behind its end is no JSON. */
    private static final ObjectReader WHOLE = JSON.reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonText() {}

    public static String write(Record value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "not writable as JSON: " + value.getClass().getSimpleName(), e);
        }
    }

    public static <T extends Record> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored " + type.getSimpleName() + " cannot be read", e);
        }
    }

    /** What a text says as JSON; empty where it is none. */
    public static Optional<JsonNode> tree(String text) {
        try {
            return Optional.of(WHOLE.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The value at a place (JSON Pointer) in a kept text. */
    public static <T> T readAt(String json, String pointer, Class<T> type) {
        try {
            return JSON.treeToValue(JSON.readTree(json).at(pointer), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored " + type.getSimpleName() + " cannot be read", e);
        }
    }
}
