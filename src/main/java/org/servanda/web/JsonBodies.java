package org.servanda.web;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;

import org.servanda.text.MergePatch;
import org.servanda.web.Problem.Fault;

/**
 * Reads JSON bodies that are declared as JSON and encoded in UTF-8, as RFC 8259 requires. Jackson by itself would guess
 * an encoding and accept overlong encodings of a character, so that bytes which look harmless to a proxy that checks
 * them are not.
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
        if (text.isBlank()) throw missing();
        JsonNode tree = binding.parse(text);
        if (generic == JsonNode.class) return tree;
        Object value = binding.read(tree, type);
        if (value == null) throw missing();
        return value;
    }

    /**
     * Refuses a missing Content-Type: the framework refuses wrong types only. A charset has no effect (RFC 8259, 11):
     * clients add one by default, and the encoding of the bytes decides.
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

    /** Every operation that reads JSON needs a body. */
    private static ProblemException missing() {
        return new ProblemException(
                ProblemType.INVALID_BODY, "A body is needed.", List.of(Fault.body("", "must not be null")));
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(ProblemType.MALFORMED_BODY, detail + ".");
    }
}
