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
 * Tells what is wrong with the address of a web page, as people copy it from a browser: an IRI (RFC 3987) of http or https, so
 * with letters of every script in host and path. It is kept as it was sent. Refused is what leads elsewhere than it seems to.
 */
final class WebAddress {

    /** What comes before the path, and the rest. */
    private static final Pattern FORM = Pattern.compile("(?i)https?://([^/?#]*)(.*)", Pattern.DOTALL);

    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)(?::(\\d*))?");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
    private static final int LONGEST_HOST = 253;
    private static final int LAST_PORT = 65_535;

    /** What RFC 3986 takes besides letters and digits, without the apostrophe, which ends an address in many a page. */
    private static final String SIGNS = "-._~:/?#@!$&()*+,;=%";

    private WebAddress() {}

    static Optional<String> fault(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) return Optional.of("must be an http or https address");
        return authority(form.group(1)).or(() -> rest(form.group(2)));
    }

    private static Optional<String> authority(String authority) {
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
        String small = host.toLowerCase(Locale.ROOT);
        // Letters of every script and what is written on them; full-width or ornamental ones would read as others.
        if (!small.codePoints().allMatch(WebAddress::ofHost) || !Normalizer.isNormalized(small, Normalizer.Form.NFKC))
            return false;
        String ascii;
        try {
            ascii = IDN.toASCII(small, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return false;
        }
        String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        String[] labels = name.split("\\.", -1);
        for (String label : labels) if (!LABEL.matcher(label).matches()) return false;
        boolean number = labels[labels.length - 1].matches("\\d+|0[xX][0-9A-Fa-f]*");
        return name.length() <= LONGEST_HOST && (!number || IPV4.matcher(name).matches());
    }

    private static boolean ofHost(int c) {
        if (c < 0x80) return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
        return Character.isLetterOrDigit(c) && Characters.visible(c) || mark(c);
    }

    private static boolean mark(int c) {
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

    private static Optional<String> rest(String rest) {
        int query = rest.indexOf('?');
        for (int at = 0; at < rest.length(); at += Character.charCount(rest.codePointAt(at))) {
            int c = rest.codePointAt(at);
            boolean bracket = (c == '[' || c == ']') && query >= 0 && at > query;
            if (!bracket && !ofPath(c)) return Optional.of("holds " + name(c) + " after the host: " + encoded(c));
            if (c == '%' && !rest.substring(at).matches("(?s)%[0-9A-Fa-f]{2}.*"))
                return Optional.of("holds a % that no two hexadecimal digits follow: write it as %25");
        }
        return Optional.empty();
    }

    private static boolean ofPath(int c) {
        if (c < 0x80) return Character.isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0;
        return Characters.visible(c) && Character.getType(c) != Character.PRIVATE_USE || mark(c);
    }

    private static String name(int c) {
        return String.format("U+%04X", c);
    }

    private static String encoded(int c) {
        if (c == '\'') return "write it as %27";
        return "write it percent-encoded, as browsers do, or leave it out";
    }
}
