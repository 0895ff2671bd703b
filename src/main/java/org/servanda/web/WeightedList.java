package org.servanda.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The elements of a header such as Accept or Accept-Encoding with their weights (RFC 9110, 12.4.2), in the order of the
 * header.
 */
record WeightedList(List<Element> elements) {

    /** The greatest weight. Weights are in thousandths, since the RFC allows three digits. */
    static final int MAX_WEIGHT = 1_000;

    /**
     * An element and its weight; 0 means "not acceptable".
     *
     * @param name in lower case, without its parameters
     */
    record Element(String name, int weight) {}

    /** @param header the header's value; null when the request has none */
    static WeightedList of(String header) {
        List<Element> elements = new ArrayList<>();
        if (header != null) {
            for (String piece : split(header, ',')) {
                List<String> parts = split(piece, ';');
                String name = parts.get(0).strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty()) elements.add(new Element(name, weight(parts)));
            }
        }
        return new WeightedList(List.copyOf(elements));
    }

    private static int weight(List<String> parts) {
        return parts.stream()
                .skip(1)
                .map(parameter -> parameter.replaceAll("\\s", "").toLowerCase(Locale.ROOT))
                .filter(parameter -> parameter.startsWith("q="))
                .map(parameter -> thousandths(parameter.substring(2)))
                .findFirst()
                .orElse(MAX_WEIGHT);
    }

    /**
     * The weight of a text; a malformed weight counts as no weight, which is the greatest one: the client names the
     * element, so it accepts it.
     */
    private static int thousandths(String weight) {
        if (weight.matches("0(\\.\\d{0,3})?"))
            return Integer.parseInt((weight + "0000").replace(".", "").substring(1, 4));
        return MAX_WEIGHT;
    }

    /** Splits at a separator that is not inside a quoted string. */
    private static List<String> split(String text, char separator) {
        List<String> pieces = new ArrayList<>();
        boolean quoted = false;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (quoted && character == '\\') i++;
            else if (character == '"') quoted = !quoted;
            else if (character == separator && !quoted) {
                pieces.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        pieces.add(text.substring(begin));
        return pieces;
    }
}
