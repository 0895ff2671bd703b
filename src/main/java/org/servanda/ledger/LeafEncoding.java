package org.servanda.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The leaf encoding of a ledger entry: the whole entry as canonical JSON (RFC 8785), so that anyone who has the entry
 * can recompute its hash in any language.
 */
final class LeafEncoding {

    /** RFC 6962, 2.1: the prefix that distinguishes the hash of a leaf from that of a node. */
    private static final byte LEAF = 0;

    private LeafEncoding() {}

    /** The canonical form of a body. */
    static String canonical(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + json, e);
        }
    }

    /** The text that is hashed: an object with the fields of the entry; absent fields are left out. */
    static String text(Entry entry) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("sequence", entry.sequence());
        fields.put("recordedAt", entry.recordedAt().toString());
        fields.put("actor", entry.actor());
        fields.put("subject", entry.subject());
        fields.put("kind", entry.kind());
        fields.put("salt", entry.salt());
        if (entry.effectiveOn() != null)
            fields.put("effectiveOn", entry.effectiveOn().toString());
        if (entry.reason() != null) fields.put("reason", entry.reason());
        // The body is a JSON string here: a verifier need not write its numbers as we do.
        fields.put("body", entry.body());
        return canonical(fields.toString());
    }

    /** The leaf hash of RFC 6962: SHA-256 over a zero byte and the text; in lower-case hexadecimal. */
    static String hash(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(LEAF);
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
