package org.servanda.web;

import com.fasterxml.jackson.databind.JsonMappingException;

/** Writes a location in a body as a JSON Pointer (RFC 6901). */
public final class JsonPointers {

    private JsonPointers() {}

    /** The location at which Jackson failed. */
    public static String to(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) pointer.append('/').append(step.getIndex());
            else pointer.append('/').append(escape(step.getFieldName()));
        }
        return pointer.toString();
    }

    private static String escape(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}
