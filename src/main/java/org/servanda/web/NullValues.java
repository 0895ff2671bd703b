package org.servanda.web;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Finds each {@code null} that stands where the contract has none. In JSON Schema null is a value like any other, and what a
 * client says must not be taken for what it left out: {@code "percent": null} means something.
 */
final class NullValues {

    static final String FAULT = "must not be null; leave it out";

    private NullValues() {}

    /**
     * @param type a record, as all bodies are
     * @return the places of the properties; items of a list are left to the rules of the list
     */
    static List<JsonPointer> in(JsonNode body, Class<?> type) {
        List<JsonPointer> places = new ArrayList<>();
        collect(body, type, JsonPointer.empty(), places);
        return places;
    }

    private static void collect(JsonNode value, Type type, JsonPointer at, List<JsonPointer> places) {
        if (value.isArray() && type instanceof ParameterizedType list) {
            for (int i = 0; i < value.size(); i++)
                collect(value.get(i), list.getActualTypeArguments()[0], at.appendIndex(i), places);
        }
        if (value.isObject() && type instanceof Class<?> known && known.isRecord()) {
            for (RecordComponent component : known.getRecordComponents())
                collect(value, component, at.appendProperty(component.getName()), places);
        }
    }

    private static void collect(JsonNode object, RecordComponent component, JsonPointer at, List<JsonPointer> places) {
        JsonNode value = object.path(component.getName());
        if (!value.isNull()) collect(value, component.getGenericType(), at, places);
        else if (!nullable(component)) places.add(at);
    }

    /** As the contract has it. */
    private static boolean nullable(RecordComponent component) {
        Schema schema = component.getAccessor().getAnnotation(Schema.class);
        return schema != null && schema.nullable();
    }
}
