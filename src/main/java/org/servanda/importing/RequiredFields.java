package org.servanda.importing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Finds what a record lacks: a component that the contract declares required must be in the seeds as well. */
final class RequiredFields {

    private RequiredFields() {}

    /** JSON Pointer of each place that lacks something, with the name of what it lacks. */
    static Map<String, String> missing(Record value) {
        Map<String, String> missing = new TreeMap<>();
        collect(value, "", missing);
        return missing;
    }

    private static void collect(Record value, String pointer, Map<String, String> missing) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            String place = pointer + "/" + component.getName();
            Object content = read(component, value);
            Schema schema = component.getAccessor().getAnnotation(Schema.class);
            if (content == null && schema != null && schema.required()) missing.put(place, component.getName());
            if (content instanceof Record inner) collect(inner, place, missing);
            if (content instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    if (list.get(i) == null) missing.put(place + "/" + i, "a piece of " + component.getName());
                    if (list.get(i) instanceof Record inner) collect(inner, place + "/" + i, missing);
                }
            }
        }
    }

    private static Object read(RecordComponent component, Record value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a record's component can be read: " + component, e);
        }
    }
}
