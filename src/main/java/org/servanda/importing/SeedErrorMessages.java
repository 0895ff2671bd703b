package org.servanda.importing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

import org.servanda.text.ClosestMatch;
import org.servanda.time.IsoTime;
import org.servanda.web.EnumParameters;

/** Says what is wrong with a seed, and where, in the words of whoever edits the file. */
final class SeedErrorMessages {

    private SeedErrorMessages() {}

    /** What is wrong in the words of whoever edits the file, not in Java's. */
    static String of(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            List<String> known = unknown.getKnownPropertyIds().stream()
                    .map(Object::toString)
                    .sorted()
                    .toList();
            return "unknown field " + unknown.getPropertyName() + nearest(unknown.getPropertyName(), known);
        }
        if (e instanceof InvalidFormatException wrong && wrong.getTargetType().isEnum()) {
            List<String> known = EnumParameters.words(wrong.getTargetType());
            return "'" + wrong.getValue() + "' is not allowed" + nearest(String.valueOf(wrong.getValue()), known);
        }
        if (e instanceof MismatchedInputException wrong && wrong.getTargetType() != null)
            return "must be " + wanted(wrong.getTargetType());
        Throwable cause = e.getCause();
        return cause instanceof IllegalArgumentException ? cause.getMessage() : e.getOriginalMessage();
    }

    private static String wanted(Class<?> type) {
        if (type == LocalDate.class) return IsoTime.DAY;
        if (type == int.class || type == Integer.class) return "a whole number";
        if (type == boolean.class) return "true or false";
        if (type == String.class) return "text";
        if (type.isEnum()) return "one word";
        return Collection.class.isAssignableFrom(type) ? "a list" : "a mapping of names to values";
    }

    static String nearest(String given, List<String> known) {
        String guess = ClosestMatch.to(given, known)
                .map(name -> "; did you mean " + name + "?")
                .orElse(";");
        return guess + " Allowed: " + String.join(", ", known);
    }
}
