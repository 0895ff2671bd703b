package org.servanda.files;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import org.servanda.text.Characters;
import org.servanda.web.Problem.Fault;

/**
 * Validates file names, and writes them into Content-Disposition: a name must be safe on the system of every reader.
 */
final class FileName {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** The separators of paths on any system. */
    private static final Pattern SLASH = Pattern.compile("[/\\\\]");

    /** Names of Windows devices, with any extension. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|CLOCK\\$|(COM|LPT)[0-9¹²³]) *(\\..*)?");

    private FileName() {}

    /** The fault of a name; empty when there is none. */
    static Optional<String> fault(String name) {
        if (!Characters.anyVisible(name) || Characters.length(name) > FileBody.MAX_NAME_LENGTH)
            return Optional.of("must have 1 to " + FileBody.MAX_NAME_LENGTH + " characters, and some that can be seen");
        OptionalInt trap = Characters.trap(name);
        if (trap.isPresent()) return Optional.of(Fault.trap(trap.getAsInt()));
        OptionalInt invisible = name.codePoints().filter(FileName::isInvisible).findFirst();
        if (invisible.isPresent())
            return Optional.of("holds " + Characters.name(invisible.getAsInt()) + ", which nobody sees: leave it out");
        // Some systems turn a full-width slash into a slash.
        if (SLASH.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).find())
            return Optional.of("must be a name without a path: neither / nor \\ is in it");
        if (name.matches("(?s)[.\\-~ ].*|.*[. ]"))
            return Optional.of("must not begin with a dot, hyphen, tilde or space, nor end with a dot or space");
        if (DEVICE.matcher(name).matches()) return Optional.of("is what Windows calls a device; take another name");
        return Optional.empty();
    }

    /** Whether a character is invisible. Joiners are allowed: some scripts and emoji need them. */
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT && c != ZERO_WIDTH_JOINER && c != ZERO_WIDTH_NON_JOINER;
    }

    /**
     * The header Content-Disposition: the name in ASCII for old clients, and as it is (RFC 6266, 4.3; RFC 8187). A name
     * that was accepted under an older rule may be unsafe, and is changed.
     */
    static String attachment(String name) {
        String safe = SLASH.matcher(name).replaceAll("_").replaceFirst("^[.\\-~ ]+", "_");
        String ascii = safe.replaceAll("[^ -~]|[\"%]", "_");
        String encoded = URLEncoder.encode(safe, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
