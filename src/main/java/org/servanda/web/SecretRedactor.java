package org.servanda.web;

import java.util.regex.Pattern;

/** Removes keys and tokens from a text that a client sent, before it is repeated in a response or a log. */
final class SecretRedactor {

    /** A key, or the beginning of one: a mistyped key is still a secret to someone who guesses the rest. */
    private static final Pattern KEY = Pattern.compile("svd_[0-9A-Za-z]{6,}[0-9A-Za-z_]*");

    /** A JSON Web Token: its encoded header begins with a brace and a quotation mark. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[0-9A-Za-z_-]{8,}(\\.[0-9A-Za-z_-]*)*");

    private SecretRedactor() {}

    static String redact(String text) {
        if (text == null) return null;
        return TOKEN.matcher(KEY.matcher(text).replaceAll("svd_not-repeated")).replaceAll("token-not-repeated");
    }
}
