package org.servanda.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.servanda.web.Problem.Fault;

/** Reads a word of a closed list; the constants of the enum are the words. */
public final class EnumParameters {

    /** As many as a line holds. */
    private static final int SHOWN = 12;

    private static final List<String> BOOLEANS = List.of("true", "false");

    private EnumParameters() {}

    public static <E extends Enum<E>> E of(String parameter, String value, Class<E> type) {
        return find(value, type)
                .orElseThrow(() -> ProblemException.parameters(List.of(fault(parameter, value, words(type)))));
    }

    /** Reads true or false; what was left out is false. */
    public static boolean readBoolean(String parameter, String value) {
        List<Fault> faults = new ArrayList<>();
        boolean result = readBoolean(parameter, value, faults);
        if (!faults.isEmpty()) throw ProblemException.parameters(faults);
        return result;
    }

    /** The same among other parameters, whose faults are told together. */
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

    /** Says that a word is none of those that are allowed; of a long list the first, since the fault holds them all. */
    static String notOneOf(String value, List<String> allowed) {
        String shown = String.join(", ", allowed.subList(0, Math.min(SHOWN, allowed.size())));
        return "'" + value + "' is not one of " + shown + (allowed.size() > SHOWN ? ", …" : "");
    }
}
