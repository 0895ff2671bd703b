package org.servanda.web;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.Characters;
import org.servanda.text.ClosestMatch;

/** The body of every refused request: problem details (RFC 9457). */
@Schema(description = "Why the request was refused, as RFC 9457 problem details.")
public record Problem(
        @Schema(required = true, description = "Address of the page that explains this kind of problem; never changes.")
                String type,
        @Schema(required = true, description = "What kind of problem it is, in words.") String title,
        @Schema(required = true, description = "The HTTP status, repeated.") int status,
        @Schema(description = "What is wrong with this very request.") String detail,
        @Schema(
                        description =
                                "The path that was asked for, as a URI reference (RFC 3986) without keys; for a 5xx followed by # and the id under which it is logged.")
                String instance,
        @Schema(required = true, description = "The kind of problem as one word for programs; never changes.")
                String code,
        @Schema(description = "Each thing that is wrong, when there is something to name.") List<Fault> errors,
        @Schema(description = "The state as it is now; only with 412, so that the change can be made again on it.")
                Object current) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** One fault: where it is, what is wrong, and what is allowed. */
    @Schema(description = "One wrong thing in the request: where it is, what is wrong and what is allowed.")
    public record Fault(
            @Schema(description = "Place in the body, as a JSON Pointer (RFC 6901).") String pointer,
            @Schema(description = "Name of the query parameter.") String parameter,
            @Schema(required = true, description = "What is wrong with it.") String message,
            @Schema(description = "The values or names that are allowed, when they can be listed.")
                    List<String> allowed,
            @Schema(description = "The allowed value or name most like the one given.") String nearest) {

        public static Fault parameter(String name, String message) {
            return new Fault(null, name, message, null, null);
        }

        public static Fault body(String pointer, String message) {
            return new Fault(pointer, null, message, null, null);
        }

        /** The fault of a text that must be one line; empty when there is none. */
        public static Optional<Fault> line(String text, String pointer) {
            OptionalInt trap = text == null ? OptionalInt.empty() : Characters.trap(text);
            return trap.isEmpty() ? Optional.empty() : Optional.of(body(pointer, trap(trap.getAsInt())));
        }

        /** The message for a character that a text of one line must not contain. */
        public static String trap(int character) {
            return "holds " + Characters.name(character)
                    + "; a text of one line holds no line break, no other control character, and none that turns the direction of writing";
        }

        /** The same fault without keys and tokens that were sent in the wrong field. */
        private Fault redacted() {
            return new Fault(
                    SecretRedactor.redact(pointer),
                    SecretRedactor.redact(parameter),
                    SecretRedactor.redact(message),
                    allowed,
                    nearest);
        }

        /**
         * The parameter or pointer of the fault, for a sentence; "the body" when the fault concerns the whole body.
         */
        String place() {
            if (parameter != null) return parameter;
            return pointer == null || pointer.isEmpty() ? "the body" : pointer;
        }

        /** The same fault at another pointer. */
        public Fault at(String pointer) {
            return new Fault(pointer, parameter, message, allowed, nearest);
        }

        /** The same fault with its pointer below a parent, for a body that is part of a larger one. */
        public Fault below(String parent) {
            return new Fault(parent + (pointer == null ? "" : pointer), parameter, message, allowed, nearest);
        }

        /** The same fault with the code that the client probably meant. */
        public Fault suggesting(String suggestion) {
            return new Fault(pointer, parameter, message, allowed, suggestion);
        }

        /** The same fault with the allowed values, and the allowed value nearest to the value that was sent. */
        public Fault allowing(List<String> allowed, String value) {
            Optional<String> nearest = ClosestMatch.to(value, allowed);
            return new Fault(pointer, parameter, message, allowed, nearest.orElse(null));
        }
    }

    /** @param path the requested path, decoded; null when it could not be decoded */
    static Problem of(ProblemType problemType, String detail, String path, List<Fault> errors) {
        return new Problem(
                problemType.type(),
                problemType.title(),
                problemType.status(),
                SecretRedactor.redact(detail),
                UriReference.of(path),
                problemType.code(),
                errors.isEmpty() ? null : errors.stream().map(Fault::redacted).toList(),
                null);
    }

    /** The same problem with the id under which it is logged. */
    Problem logged(String id) {
        return new Problem(type, title, status, detail, instance + "#" + id, code, errors, current);
    }

    Problem withCurrent(Object state) {
        return new Problem(type, title, status, detail, instance, code, errors, state);
    }
}
