package org.servanda.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Records whose components all have different values, so that a test sees two components that were mixed up. A text is the path
 * of its component, such as {@code owner.stated.text.zh}; a list has one element.
 */
public final class DistinctValues {

    private int count;

    private DistinctValues() {}

    public static <R extends Record> R of(Class<R> type) {
        return type.cast(new DistinctValues().value(type, ""));
    }

    /** The components of a record by name; null values are kept. */
    public static Map<String, Object> components(Record row) {
        Map<String, Object> components = new LinkedHashMap<>();
        for (RecordComponent component : row.getClass().getRecordComponents())
            components.put(component.getName(), read(component, row));
        return components;
    }

    private static Object read(RecordComponent component, Record row) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object value(Type type, String path) {
        if (type instanceof ParameterizedType list) return List.of(value(list.getActualTypeArguments()[0], path));
        Class<?> plain = (Class<?>) type;
        count++;
        if (plain == String.class) return path;
        if (plain == LocalDate.class) return LocalDate.of(2020, 1, 1).plusDays(count);
        if (plain == Instant.class) return Instant.EPOCH.plusSeconds(count);
        if (plain == Integer.class || plain == int.class) return count;
        if (plain == Long.class || plain == long.class) return (long) count;
        if (plain == Boolean.class || plain == boolean.class) return true;
        if (plain.isEnum()) return plain.getEnumConstants()[count % plain.getEnumConstants().length];
        if (plain.isRecord()) return filled(plain, path);
        throw new IllegalArgumentException("no value for " + type + " at " + path);
    }

    private Object filled(Class<?> type, String path) {
        RecordComponent[] components = type.getRecordComponents();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components)
            values.add(value(
                    component.getGenericType(),
                    path.isEmpty() ? component.getName() : path + "." + component.getName()));
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }
}
