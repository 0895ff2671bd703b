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
 * Writes records as JSON for text columns: data that is only read as a whole and never filtered by. Text rather than
 * the database's JSON type, so that both databases return exactly the stored characters.
 */
public final class JsonText {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // While nodes are upgraded one by one, an older node reads what a newer one wrote.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            // Views with a field filter are stored whole.
            .filterProvider(new SimpleFilterProvider().setFailOnUnknownId(false))
            .build();

    /** Refuses text after the end of the JSON value. */
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

    /** Parses a text as JSON; empty when it is not JSON. */
    public static Optional<JsonNode> tree(String text) {
        try {
            return Optional.of(WHOLE.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The value at a JSON Pointer in a stored text. */
    public static <T> T readAt(String json, String pointer, Class<T> type) {
        try {
            return JSON.treeToValue(JSON.readTree(json).at(pointer), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored " + type.getSimpleName() + " cannot be read", e);
        }
    }
}
