package org.servanda.reports;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

import org.servanda.text.PrintedAs;

/**
 * How a printed report shows the values of a field, read from the record that declares it.
 *
 * @param printedAs see {@link PrintedAs}; null for values that are printed as they are
 * @param type of the values, or of the elements where the field is a list
 */
public record PrintedField(String printedAs, Class<?> type) {

    private static final PrintedField PLAIN = new PrintedField(null, Object.class);

    /** A field whose values are of this type. */
    public static PrintedField of(Class<?> type) {
        return new PrintedField(printedAs(type), type);
    }

    /** How values of this type are printed; null where they are printed as they are. */
    public static String printedAs(Class<?> type) {
        if (type == Boolean.class) return PrintedAs.YES_NO;
        PrintedAs annotation = type.getAnnotation(PrintedAs.class);
        return annotation == null ? null : annotation.value();
    }

    /** The field of this name in the record that is the value of this one. A field that no record declares is plain. */
    public PrintedField field(String name) {
        if (!type.isRecord()) return PLAIN;
        return Stream.of(type.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .map(PrintedField::of)
                .orElse(PLAIN);
    }

    private static PrintedField of(RecordComponent component) {
        PrintedField field = of(elementType(component));
        PrintedAs annotation = component.getAnnotation(PrintedAs.class);
        return annotation == null ? field : new PrintedField(annotation.value(), field.type);
    }

    private static Class<?> elementType(RecordComponent component) {
        boolean isList = component.getType() == List.class;
        if (isList && component.getGenericType() instanceof ParameterizedType list)
            return (Class<?>) list.getActualTypeArguments()[0];
        return component.getType();
    }
}
