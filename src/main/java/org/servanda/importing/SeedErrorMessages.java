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

/** Messages for seeds that cannot be read, in the words of the people who edit the files, not of Java. */
final class SeedErrorMessages {

    private SeedErrorMessages() {}

    static String of(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            List<String> allowed = unknown.getKnownPropertyIds().stream()
                    .map(Object::toString)
                    .sorted()
                    .toList();
            return "unknown field " + unknown.getPropertyName() + nearest(unknown.getPropertyName(), allowed);
        }
        if (e instanceof InvalidFormatException mismatch
                && mismatch.getTargetType().isEnum()) {
            List<String> allowed = EnumParameters.words(mismatch.getTargetType());
            return "'" + mismatch.getValue() + "' is not allowed"
                    + nearest(String.valueOf(mismatch.getValue()), allowed);
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null)
            return "must be " + expected(mismatch.getTargetType());
        Throwable cause = e.getCause();
        return cause instanceof IllegalArgumentException ? cause.getMessage() : e.getOriginalMessage();
    }

    private static String expected(Class<?> type) {
        if (type == LocalDate.class) return IsoTime.DAY;
        if (type == int.class || type == Integer.class) return "a whole number";
        if (type == boolean.class) return "true or false";
        if (type == String.class) return "text";
        if (type.isEnum()) return "one word";
        return Collection.class.isAssignableFrom(type) ? "a list" : "a mapping of names to values";
    }

    static String nearest(String text, List<String> allowed) {
        String suggestion = ClosestMatch.to(text, allowed)
                .map(name -> "; did you mean " + name + "?")
                .orElse(";");
        return suggestion + " Allowed: " + String.join(", ", allowed);
    }
}
