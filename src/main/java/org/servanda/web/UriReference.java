package org.servanda.web;

import java.nio.charset.StandardCharsets;

/**
 * Writes a path as a URI reference (RFC 3986, 4.1), the form of the field instance in problem details (RFC 9457,
 * 3.1.5).
 */
final class UriReference {

    /** The characters that a path contains unescaped: pchar without the percent sign, and the slash. */
    private static final String SIGNS = "-._~!$&'()*+,;=:@/";

    private UriReference() {}

    /** @param path the decoded path, without keys; null when it could not be decoded */
    static String of(String path) {
        if (path == null) return null;
        StringBuilder reference = new StringBuilder();
        for (byte octet : SecretRedactor.redact(path).getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            boolean unescaped = c < 0x80 && (Character.isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0);
            if (unescaped) reference.append(c);
            else reference.append(String.format("%%%02X", (int) c));
        }
        return reference.toString();
    }
}
