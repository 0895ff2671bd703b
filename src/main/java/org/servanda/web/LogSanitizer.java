package org.servanda.web;

import java.util.IdentityHashMap;
import java.util.Map;

import org.servanda.text.Characters;

/**
 * Escapes text from clients before it is logged: control characters, and characters that change the direction of
 * writing, become Java escapes.
 */
final class LogSanitizer {

    private LogSanitizer() {}

    static String sanitize(String message) {
        if (message == null) return null;
        String redacted = SecretRedactor.redact(message);
        if (Characters.trap(redacted).isEmpty()) return redacted;
        StringBuilder escaped = new StringBuilder(redacted.length());
        redacted.codePoints().forEach(c -> {
            String character = Character.toString(c);
            if (Characters.trap(character).isEmpty()) escaped.append(character);
            else character.chars().forEach(unit -> escaped.append(escape((char) unit)));
        });
        return escaped.toString();
    }

    private static String escape(char unit) {
        return switch (unit) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04X", (int) unit);
        };
    }

    /**
     * The exception with the messages of itself and its causes escaped; the same object when nothing has to be escaped.
     */
    static Throwable sanitize(Throwable thrown) {
        return isClean(thrown, new IdentityHashMap<>()) ? thrown : copy(thrown, new IdentityHashMap<>());
    }

    private static boolean isClean(Throwable thrown, Map<Throwable, Throwable> seen) {
        if (thrown == null || seen.put(thrown, thrown) != null) return true;
        String says = thrown.toString();
        if (!sanitize(says).equals(says) || !isClean(thrown.getCause(), seen)) return false;
        for (Throwable suppressed : thrown.getSuppressed()) if (!isClean(suppressed, seen)) return false;
        return true;
    }

    private static Throwable copy(Throwable thrown, Map<Throwable, Throwable> copies) {
        if (thrown == null) return null;
        Throwable existing = copies.get(thrown);
        if (existing != null) return existing;
        SanitizedThrowable sanitized = new SanitizedThrowable(sanitize(thrown.toString()));
        copies.put(thrown, sanitized);
        sanitized.setStackTrace(thrown.getStackTrace());
        Throwable cause = copy(thrown.getCause(), copies);
        if (cause != sanitized) sanitized.initCause(cause);
        for (Throwable suppressed : thrown.getSuppressed()) {
            Throwable sanitizedSuppressed = copy(suppressed, copies);
            if (sanitizedSuppressed != sanitized) sanitized.addSuppressed(sanitizedSuppressed);
        }
        return sanitized;
    }

    /** Stands for an exception in the log, with the escaped message of that exception. */
    private static final class SanitizedThrowable extends Throwable {

        private static final long serialVersionUID = 1L;

        private final String text;

        SanitizedThrowable(String says) {
            this.text = says;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
