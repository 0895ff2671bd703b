package org.servanda.formats;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.formats.Column.Type;

/** The fields of a record as columns, in the order in which the record declares them; {@link JsonIgnore} hides one. */
public final class Columns {

    private static final Map<Class<?>, Type> TYPES = Map.of(
            String.class, Type.text,
            Integer.class, Type.integer,
            int.class, Type.integer,
            Long.class, Type.integer,
            long.class, Type.integer,
            LocalDate.class, Type.date,
            Instant.class, Type.time,
            Boolean.class, Type.bool,
            boolean.class, Type.bool);

    private final List<Column> all;
    private final List<Method> accessors;

    private Columns(List<Column> all, List<Method> accessors) {
        this.all = all;
        this.accessors = accessors;
    }

    public static Columns of(Class<? extends Record> rows) {
        List<RecordComponent> components = Stream.of(rows.getRecordComponents())
                .filter(component -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
                .toList();
        return new Columns(
                components.stream().map(Columns::column).toList(),
                components.stream().map(Columns::accessor).toList());
    }

    public List<Column> all() {
        return all;
    }

    /** The values of one row: each null, or of the Java type that its column's type stands for. */
    public List<Object> cells(Record row) {
        Object[] cells = new Object[accessors.size()];
        for (int c = 0; c < cells.length; c++) cells[c] = plain(value(accessors.get(c), row));
        return Arrays.asList(cells);
    }

    private static Column column(RecordComponent component) {
        Schema schema = accessor(component).getAnnotation(Schema.class);
        return new Column(component.getName(), type(component), schema == null ? "" : schema.description());
    }

    private static Type type(RecordComponent component) {
        Class<?> type = component.getType();
        if (type.isEnum()) return Type.text;
        if (type == List.class && ofWords(component)) return Type.list;
        Type known = TYPES.get(type);
        if (known == null)
            throw new IllegalArgumentException("no column for %s %s of %s"
                    .formatted(component.getGenericType(), component.getName(), component.getDeclaringRecord()));
        return known;
    }

    private static boolean ofWords(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> of
                && (of == String.class || of.isEnum());
    }

    private static Method accessor(RecordComponent component) {
        Method accessor = component.getAccessor();
        // Records stay inside their package; their columns do not.
        accessor.setAccessible(true);
        return accessor;
    }

    private static Object value(Method accessor, Record row) {
        try {
            return accessor.invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("not readable: " + accessor, e);
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Enum<?> word) return word.name();
        if (value instanceof Integer number) return number.longValue();
        if (value instanceof List<?> list) return words(list);
        return value;
    }

    private static List<String> words(List<?> list) {
        List<String> words = new ArrayList<>(list.size());
        for (Object word : list) words.add(word instanceof Enum<?> one ? one.name() : (String) word);
        return words;
    }
}
