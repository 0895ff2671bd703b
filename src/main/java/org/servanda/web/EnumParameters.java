package org.servanda.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.servanda.web.Problem.Fault;

/** Reads enum constants from query parameters; the names of the constants are the words of the API. */
public final class EnumParameters {

    /** How many allowed words a message shows; as many as fit a line. */
    private static final int SHOWN = 12;

    private static final List<String> BOOLEANS = List.of("true", "false");

    private EnumParameters() {}

    public static <E extends Enum<E>> E of(String parameter, String value, Class<E> type) {
        return find(value, type)
                .orElseThrow(() -> ProblemException.parameters(List.of(fault(parameter, value, words(type)))));
    }

    /** Reads true or false; null is false. */
    public static boolean readBoolean(String parameter, String value) {
        List<Fault> faults = new ArrayList<>();
        boolean result = readBoolean(parameter, value, faults);
        if (!faults.isEmpty()) throw ProblemException.parameters(faults);
        return result;
    }

    /**
     * Reads true or false and adds a fault to the faults of the other parameters, so that all are reported together.
     */
    public static boolean readBoolean(String parameter, String value, List<Fault> faults) {
        if (value != null && !BOOLEANS.contains(value)) faults.add(fault(parameter, value, BOOLEANS));
        return "true".equals(value);
    }

    public static <E extends Enum<E>> Optional<E> find(String value, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(value))
                .findFirst();
    }

    /** @param type of an enum */
    public static List<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
    }

    public static Fault fault(String parameter, String value, List<String> allowed) {
        return Fault.parameter(parameter, notOneOf(value, allowed)).allowing(allowed, value);
    }

    /**
     * The message for a word that is not allowed. It shows the first words of a long list; the fault itself holds them
     * all.
     */
    static String notOneOf(String value, List<String> allowed) {
        String shown = String.join(", ", allowed.subList(0, Math.min(SHOWN, allowed.size())));
        return "'" + value + "' is not one of " + shown + (allowed.size() > SHOWN ? ", …" : "");
    }
}
