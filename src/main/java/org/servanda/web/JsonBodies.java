package org.servanda.web;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;

import org.servanda.text.MergePatch;

/**
 * Takes JSON that says what it is and is written in UTF-8, as RFC 8259 has it. Jackson by itself would guess an encoding, and
 * read a character in more than one spelling of bytes, so that what looks harmless to whoever checks the bytes is not.
 */
@Provider
@Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
class JsonBodies implements MessageBodyReader<Object> {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JsonBinding binding;

    JsonBodies(JsonBinding binding) {
        this.binding = binding;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord() || type == JsonNode.class;
    }

    /** @return null where there is no body, or nothing but white space */
    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        requireJson(headers.getFirst(HttpHeaders.CONTENT_TYPE));
        String text = text(body.readAllBytes());
        if (text.isBlank()) return null;
        JsonNode tree = binding.parse(text);
        return generic == JsonNode.class ? tree : binding.read(tree, type);
    }

    /**
     * The framework has refused another type, but takes none at all for any. A charset has no effect (RFC 8259, 11): clients name
     * one by themselves, and what counts is in which encoding the bytes are.
     */
    private static void requireJson(String type) {
        if (type == null || type.isBlank())
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "The Content-Type is missing; send application/json, for a PATCH " + MergePatch.MEDIA_TYPE + ".");
    }

    private static String text(byte[] bytes) {
        String text = StrictUtf8.decode(bytes).orElseThrow(() -> malformed("The body is not UTF-8"));
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK)
            throw malformed("The body begins with a byte order mark, which JSON has none of");
        if (text.indexOf('\0') >= 0) throw malformed("The body holds the byte 0, as UTF-16 does; send UTF-8");
        return text;
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(ProblemType.MALFORMED_BODY, detail + ".");
    }
}
