package org.servanda.verify;

import java.io.IOException;
import java.io.StringReader;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Canonical JSON (RFC 8785): the one text of a value, so that a hash of the text is a hash of the value. */
final class CanonicalJson {

    private CanonicalJson() {}

    /** The object of a text; any other text than the canonical one is refused. */
    static JsonObject read(String text, String place) {
        try {
            JsonReader reader = new JsonReader(new StringReader(text), place);
            Object value = reader.value(0);
            if (!reader.atEnd()) throw new RefusedException(place, "goes on behind its end");
            if (!write(value).equals(text)) throw new RefusedException(place, "is not in canonical form (RFC 8785)");
            return JsonObject.of(value, place);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can be read", e);
        }
    }

    /** The canonical text of a value: fields by UTF-16 order, no space, nothing escaped that need not be. */
    static String write(Object value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    /** A value as refusals show it. */
    static String shown(Object value) {
        if (value == null) return "nothing";
        return write(value instanceof Number || value instanceof List ? value : value.toString());
    }

    private static void write(Object value, StringBuilder text) {
        if (value instanceof Map<?, ?> object) {
            String separator = "{";
            Map<String, Object> sorted = new TreeMap<>();
            object.forEach((name, field) -> sorted.put((String) name, field));
            for (Map.Entry<String, Object> field : sorted.entrySet()) {
                text.append(separator);
                write(field.getKey(), text);
                write(field.getValue(), text.append(':'));
                separator = ",";
            }
            text.append(object.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> array) {
            String separator = "[";
            for (Object item : array) {
                write(item, text.append(separator));
                separator = ",";
            }
            text.append(array.isEmpty() ? "[]" : "]");
        } else if (value instanceof String string) quote(string, text);
        else text.append(value);
    }

    private static void quote(String string, StringBuilder text) {
        text.append('"');
        for (char c : string.toCharArray()) {
            int escape = "\b\t\n\f\r\"\\".indexOf(c);
            if (escape >= 0) text.append('\\').append("btnfr\"\\".charAt(escape));
            else if (c < 0x20) text.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
            else text.append(c);
        }
        text.append('"');
    }
}
