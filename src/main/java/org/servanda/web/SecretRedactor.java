package org.servanda.web;

import java.util.regex.Pattern;

/** Takes keys and tokens out of a text that was sent, before it is repeated in an answer or a log. */
final class SecretRedactor {

    /** A key, or the beginning of one: what a typing error makes of it is one as well to whoever guesses the rest. */
    private static final Pattern KEY = Pattern.compile("svd_[0-9A-Za-z]{6,}[0-9A-Za-z_]*");

    /** A JSON Web Token: its header begins with a brace and a quote. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[0-9A-Za-z_-]{8,}(\\.[0-9A-Za-z_-]*)*");

    private SecretRedactor() {}

    static String redact(String text) {
        if (text == null) return null;
        return TOKEN.matcher(KEY.matcher(text).replaceAll("svd_not-repeated")).replaceAll("token-not-repeated");
    }
}
