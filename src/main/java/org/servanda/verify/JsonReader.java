package org.servanda.verify;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader of JSON (RFC 8259) without any leniency. Values become Map, List, String, Long and Boolean; null is refused, and so
 * is a number that is not whole.
 */
final class JsonReader {

    private static final int DEEPEST_NESTING = 64;

    /** The largest whole number that each reader of JSON understands in the same way (RFC 8785). */
    private static final long LARGEST_NUMBER = (1L << 53) - 1;

    private static final int NOTHING_READ = -2;

    private final Reader reader;
    private final String name;
    private int next = NOTHING_READ;
    private int line = 1;

    /** @param name of the file, or the place within one; refusals begin with it */
    JsonReader(Reader reader, String name) {
        this.reader = reader;
        this.name = name;
    }

    private int peek() throws IOException {
        if (next == NOTHING_READ) {
            try {
                next = reader.read();
            } catch (CharacterCodingException e) {
                throw new RefusedException(name + " line " + line, "is not UTF-8");
            }
        }
        return next;
    }

    private int take() throws IOException {
        int c = peek();
        if (c == '\n') line++;
        next = NOTHING_READ;
        return c;
    }

    void expect(char expected) throws IOException {
        skipSpace();
        int c = take();
        if (c != expected) throw wrong("'" + expected + "'", c);
    }

    /** Takes the next character if it is this one. */
    boolean takeIf(char expected) throws IOException {
        skipSpace();
        if (peek() != expected) return false;
        take();
        return true;
    }

    /** Whether no character follows, not even a space. */
    boolean atEnd() throws IOException {
        return peek() < 0;
    }

    void requireEnd() throws IOException {
        skipSpace();
        if (!atEnd()) throw new RefusedException(place(), "goes on behind its end");
    }

    String place() {
        return name.contains(" line ") ? name : name + " line " + line;
    }

    private RefusedException wrong(String expected, int c) {
        return new RefusedException(
                place(), "is no JSON: expected " + expected + ", found " + (c < 0 ? "the end" : "'" + (char) c + "'"));
    }

    private void skipSpace() throws IOException {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') take();
    }

    /** @param depth in how many arrays and objects the value stands */
    Object value(int depth) throws IOException {
        if (depth > DEEPEST_NESTING) throw new RefusedException(place(), "is nested too deeply");
        skipSpace();
        int c = peek();
        if (c == '{') return object(depth);
        if (c == '[') return array(depth);
        if (c == '"') return string();
        if (c == '-' || c >= '0' && c <= '9') return number();
        if (c == 't') return literal("true", true);
        if (c == 'f') return literal("false", false);
        if (c == 'n') throw new RefusedException(place(), "holds null: what is absent is left out");
        throw wrong("a value", take());
    }

    private Object literal(String literal, Object value) throws IOException {
        for (char expected : literal.toCharArray()) {
            int c = take();
            if (c != expected) throw wrong(literal, c);
        }
        return value;
    }

    private Map<String, Object> object(int depth) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        expect('{');
        if (takeIf('}')) return object;
        do {
            String field = fieldName();
            if (object.put(field, value(depth + 1)) != null)
                throw new RefusedException(place(), "has the field " + field + " twice");
        } while (takeIf(','));
        expect('}');
        return object;
    }

    /** The name of a field and the colon behind it. */
    String fieldName() throws IOException {
        skipSpace();
        String field = string();
        expect(':');
        return field;
    }

    private List<Object> array(int depth) throws IOException {
        List<Object> array = new ArrayList<>();
        expect('[');
        if (takeIf(']')) return array;
        do array.add(value(depth + 1));
        while (takeIf(','));
        expect(']');
        return array;
    }

    private Long number() throws IOException {
        StringBuilder digits = new StringBuilder();
        if (peek() == '-') digits.append((char) take());
        while (peek() >= '0' && peek() <= '9' && digits.length() < 20) digits.append((char) take());
        boolean whole = digits.toString().matches("0|-?[1-9][0-9]{0,15}");
        if (!whole
                || peek() == '.'
                || peek() == 'e'
                || peek() == 'E'
                || Math.abs(Long.parseLong(digits.toString())) > LARGEST_NUMBER)
            throw new RefusedException(place(), "holds a number that is not a whole one: " + digits + "\u2026");
        return Long.valueOf(digits.toString());
    }

    private String string() throws IOException {
        if (peek() != '"') throw wrong("a text", take());
        take();
        StringBuilder text = new StringBuilder();
        for (int c = take(); c != '"'; c = take()) {
            if (c < 0x20) throw wrong("a text without control characters", c);
            text.append(c == '\\' ? escape() : (char) c);
        }
        requireWholeCharacters(text);
        return text.toString();
    }

    private void requireWholeCharacters(StringBuilder text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) i++;
            else if (Character.isSurrogate(c)) throw new RefusedException(place(), "holds half a character");
        }
    }

    /** The character that an escape stands for, from behind the backslash on. */
    private char escape() throws IOException {
        int c = take();
        return switch (c) {
            case '"', '\\', '/' -> (char) c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codeUnit();
            default -> throw wrong("an escape", c);
        };
    }

    private char codeUnit() throws IOException {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = take();
            if (digit < 0 || digit > 'f' || !HexFormat.isHexDigit(digit)) throw wrong("a hexadecimal digit", digit);
            unit = unit << 4 | HexFormat.fromHexDigit(digit);
        }
        return (char) unit;
    }
}
