package org.servanda.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

import org.servanda.time.IsoTime;
import org.servanda.web.Problem.Fault;

/** Turns a failure of Jackson into a fault, in terms of JSON: the client does not know our Java types. */
final class BindingFault {

    /** In characters; longer than every field name of the contract. */
    private static final int MAX_NAME_LENGTH = 100;

    private static final Set<Class<?>> WHOLE = Set.of(int.class, long.class, Integer.class, Long.class);

    private BindingFault() {}

    static Fault of(JsonMappingException e) {
        String pointer = JsonPointers.to(e);
        if (e instanceof UnrecognizedPropertyException unknown) return unknown(unknown, pointer);
        if (e instanceof InvalidFormatException word && isEnum(word.getTargetType()))
            return word(pointer, String.valueOf(word.getValue()), EnumParameters.words(word.getTargetType()));
        if (e.getCause() instanceof InputCoercionException)
            return Fault.body(pointer, "must be a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE);
        if (e instanceof ValueInstantiationException failed
                && failed.getCause() instanceof IllegalArgumentException rule)
            return Fault.body(pointer, rule.getMessage());
        Class<?> expected = e instanceof MismatchedInputException wrong ? wrong.getTargetType() : null;
        return Fault.body(pointer, "must be " + kind(expected));
    }

    private static Fault unknown(UnrecognizedPropertyException e, String pointer) {
        List<String> knownNames =
                e.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
        String name = e.getPropertyName();
        if (name.length() <= MAX_NAME_LENGTH)
            return Fault.body(pointer, "unknown field " + name).allowing(knownNames, name);
        return Fault.body(
                        pointer.substring(0, pointer.lastIndexOf('/')),
                        "holds an unknown field with a name of " + name.length() + " characters")
                .allowing(knownNames, "");
    }

    private static Fault word(String pointer, String value, List<String> allowed) {
        return Fault.body(pointer, EnumParameters.notOneOf(value, allowed)).allowing(allowed, value);
    }

    private static boolean isEnum(Class<?> type) {
        return type != null && type.isEnum();
    }

    private static String kind(Class<?> type) {
        if (type == null) return "of another type";
        if (type.isEnum()) return "one of " + String.join(", ", EnumParameters.words(type));
        if (WHOLE.contains(type)) return "a whole number";
        if (Number.class.isAssignableFrom(type)) return "a number";
        if (type == Boolean.class || type == boolean.class) return "true or false";
        if (CharSequence.class.isAssignableFrom(type)) return "a text";
        if (Collection.class.isAssignableFrom(type)) return "an array";
        if (type == LocalDate.class) return IsoTime.DAY;
        if (type == Instant.class) return IsoTime.MOMENT;
        return "an object";
    }
}
