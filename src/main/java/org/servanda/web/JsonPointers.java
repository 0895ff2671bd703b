package org.servanda.web;

import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.Path;

/** Writes a place in a body as a JSON Pointer (RFC 6901). */
public final class JsonPointers {

    private JsonPointers() {}

    /** Where Jackson could not go on. */
    public static String to(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) pointer.append('/').append(step.getIndex());
            else pointer.append('/').append(escape(step.getFieldName()));
        }
        return pointer.toString();
    }

    /** Bean Validation's path begins with the Java method and its parameter; the client knows neither. */
    static String to(Path path) {
        StringBuilder pointer = new StringBuilder();
        StreamSupport.stream(path.spliterator(), false).skip(2).forEach(node -> {
            if (node.getIndex() != null) pointer.append('/').append(node.getIndex());
            if (node.getName() != null) pointer.append('/').append(escape(node.getName()));
        });
        return pointer.toString();
    }

    private static String escape(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}
