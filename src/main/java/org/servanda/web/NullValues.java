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
 * Finds each {@code null} in a body where the contract does not allow null. In JSON Schema null is a value like any
 * other, and a null from a client must not be treated as a field that was left out: {@code "percent": null} has a
 * meaning.
 */
final class NullValues {

    static final String MESSAGE = "must not be null; leave it out";

    private NullValues() {}

    /**
     * @param type the record that the body is bound to
     * @return the pointers of the properties; null items of an array are left to the rules of that array
     */
    static List<JsonPointer> in(JsonNode body, Class<?> type) {
        List<JsonPointer> pointers = new ArrayList<>();
        collect(body, type, JsonPointer.empty(), pointers);
        return pointers;
    }

    private static void collect(JsonNode value, Type type, JsonPointer pointer, List<JsonPointer> pointers) {
        if (value.isArray() && type instanceof ParameterizedType list) {
            for (int i = 0; i < value.size(); i++)
                collect(value.get(i), list.getActualTypeArguments()[0], pointer.appendIndex(i), pointers);
        }
        if (value.isObject() && type instanceof Class<?> record && record.isRecord()) {
            for (RecordComponent component : record.getRecordComponents())
                collect(value, component, pointer.appendProperty(component.getName()), pointers);
        }
    }

    private static void collect(
            JsonNode object, RecordComponent component, JsonPointer pointer, List<JsonPointer> pointers) {
        JsonNode value = object.path(component.getName());
        if (!value.isNull()) collect(value, component.getGenericType(), pointer, pointers);
        else if (!nullable(component)) pointers.add(pointer);
    }

    /** Whether the contract allows null. */
    private static boolean nullable(RecordComponent component) {
        Schema schema = component.getAccessor().getAnnotation(Schema.class);
        return schema != null && schema.nullable();
    }
}
