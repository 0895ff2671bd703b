package org.servanda.progress;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.servanda.text.Characters;

/**
 * Validation of the address of a web page, as people copy it from a browser: an IRI (RFC 3987) with the scheme http or https,
 * with letters of every script in host and path. The address is kept as it was sent, so an address that leads to another
 * place than it seems to is refused.
 */
final class WebAddress {

    /** Scheme, authority, and everything after the authority. */
    private static final Pattern FORM = Pattern.compile("(?i)https?://([^/?#]*)(.*)", Pattern.DOTALL);

    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)(?::(\\d*))?");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
    private static final int LONGEST_HOST = 253;
    private static final int LAST_PORT = 65_535;

    /** Punctuation that RFC 3986 allows, without the apostrophe, which ends an address in many HTML pages. */
    private static final String ALLOWED_PUNCTUATION = "-._~:/?#@!$&()*+,;=%";

    private WebAddress() {}

    static Optional<String> fault(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) return Optional.of("must be an http or https address");
        return authorityFault(form.group(1)).or(() -> pathFault(form.group(2)));
    }

    private static Optional<String> authorityFault(String authority) {
        if (authority.indexOf('@') >= 0)
            return Optional.of("must not name a user before the host (what stands before @)");
        Matcher parts = AUTHORITY.matcher(authority);
        if (!parts.matches()) return Optional.of("must name a host, such as www.example.org");
        String port = parts.group(2);
        if (port != null
                && (port.length() > 5
                        || port.isEmpty()
                        || Integer.parseInt(port) > LAST_PORT
                        || Integer.parseInt(port) == 0))
            return Optional.of("has a port that is none: 1 to " + LAST_PORT + " are");
        return isHost(parts.group(1)) ? Optional.empty() : Optional.of("has a host that is no name of one");
    }

    private static boolean isHost(String host) {
        if (host.startsWith("[")) return isUri("http://" + host);
        String lowerCase = host.toLowerCase(Locale.ROOT);
        // Letters of every script with their marks; full-width and ornamental letters look like other letters.
        if (!lowerCase.codePoints().allMatch(WebAddress::isHostCharacter)
                || !Normalizer.isNormalized(lowerCase, Normalizer.Form.NFKC)) return false;
        String ascii;
        try {
            ascii = IDN.toASCII(lowerCase, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return false;
        }
        String hostName = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        String[] labels = hostName.split("\\.", -1);
        for (String label : labels) if (!LABEL.matcher(label).matches()) return false;
        boolean number = labels[labels.length - 1].matches("\\d+|0[xX][0-9A-Fa-f]*");
        return hostName.length() <= LONGEST_HOST
                && (!number || IPV4.matcher(hostName).matches());
    }

    private static boolean isHostCharacter(int c) {
        if (c < 0x80) return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
        return Character.isLetterOrDigit(c) && Characters.visible(c) || isMark(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        return mark && !Characters.ignorable(c);
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Optional<String> pathFault(String path) {
        int query = path.indexOf('?');
        for (int at = 0; at < path.length(); at += Character.charCount(path.codePointAt(at))) {
            int c = path.codePointAt(at);
            boolean bracket = (c == '[' || c == ']') && query >= 0 && at > query;
            if (!bracket && !isPathCharacter(c))
                return Optional.of("holds " + codePointName(c) + " after the host: " + advice(c));
            if (c == '%' && !path.substring(at).matches("(?s)%[0-9A-Fa-f]{2}.*"))
                return Optional.of("holds a % that no two hexadecimal digits follow: write it as %25");
        }
        return Optional.empty();
    }

    private static boolean isPathCharacter(int c) {
        if (c < 0x80) return Character.isLetterOrDigit(c) || ALLOWED_PUNCTUATION.indexOf(c) >= 0;
        return Characters.visible(c) && Character.getType(c) != Character.PRIVATE_USE || isMark(c);
    }

    private static String codePointName(int c) {
        return String.format("U+%04X", c);
    }

    private static String advice(int c) {
        if (c == '\'') return "write it as %27";
        return "write it percent-encoded, as browsers do, or leave it out";
    }
}
