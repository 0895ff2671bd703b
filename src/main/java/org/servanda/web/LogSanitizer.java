package org.servanda.web;

import java.util.IdentityHashMap;
import java.util.Map;

import org.servanda.text.Characters;

/** How what others sent stands in a log: control characters and what turns the direction of writing as escapes of Java. */
final class LogSanitizer {

    private LogSanitizer() {}

    static String text(String message) {
        if (message == null) return null;
        String shown = SecretRedactor.without(message);
        if (Characters.trap(shown).isEmpty()) return shown;
        StringBuilder escaped = new StringBuilder(shown.length());
        shown.codePoints().forEach(c -> {
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

    /** The failure with all that it says of itself and its causes so; the same where nothing is to be escaped. */
    static Throwable failure(Throwable thrown) {
        return harmless(thrown, new IdentityHashMap<>()) ? thrown : copy(thrown, new IdentityHashMap<>());
    }

    private static boolean harmless(Throwable thrown, Map<Throwable, Throwable> seen) {
        if (thrown == null || seen.put(thrown, thrown) != null) return true;
        String says = thrown.toString();
        if (!text(says).equals(says) || !harmless(thrown.getCause(), seen)) return false;
        for (Throwable suppressed : thrown.getSuppressed()) if (!harmless(suppressed, seen)) return false;
        return true;
    }

    private static Throwable copy(Throwable thrown, Map<Throwable, Throwable> copies) {
        if (thrown == null) return null;
        Throwable known = copies.get(thrown);
        if (known != null) return known;
        Shown shown = new Shown(text(thrown.toString()));
        copies.put(thrown, shown);
        shown.setStackTrace(thrown.getStackTrace());
        Throwable cause = copy(thrown.getCause(), copies);
        if (cause != shown) shown.initCause(cause);
        for (Throwable suppressed : thrown.getSuppressed()) {
            Throwable its = copy(suppressed, copies);
            if (its != shown) shown.addSuppressed(its);
        }
        return shown;
    }

    /** Stands for a failure in a log and says what that says. */
    private static final class Shown extends Throwable {

        private static final long serialVersionUID = 1L;

        private final String says;

        Shown(String says) {
            this.says = says;
        }

        @Override
        public String toString() {
            return says;
        }
    }
}
