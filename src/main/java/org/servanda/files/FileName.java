package org.servanda.files;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import org.servanda.text.Characters;
import org.servanda.web.Problem.Fault;

/** The name under which a file is saved by whoever gets it, on whatever system. */
final class FileName {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** What makes a path to one system or another. */
    private static final Pattern SLASH = Pattern.compile("[/\\\\]");

    /** Devices to Windows, with whatever ending. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|CLOCK\\$|(COM|LPT)[0-9¹²³]) *(\\..*)?");

    private FileName() {}

    /** What is wrong with a name; empty when nothing is. */
    static Optional<String> fault(String name) {
        if (!Characters.anyVisible(name) || Characters.length(name) > FileBody.LONGEST_NAME)
            return Optional.of("must have 1 to " + FileBody.LONGEST_NAME + " characters, and some that can be seen");
        OptionalInt trap = Characters.trap(name);
        if (trap.isPresent()) return Optional.of(Fault.trap(trap.getAsInt()));
        OptionalInt unseen = name.codePoints().filter(FileName::unseen).findFirst();
        if (unseen.isPresent())
            return Optional.of("holds " + Characters.name(unseen.getAsInt()) + ", which nobody sees: leave it out");
        // A full-width slash becomes a slash on the way to some systems.
        if (SLASH.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).find())
            return Optional.of("must be a name without a path: neither / nor \\ is in it");
        if (name.matches("(?s)[.\\-~ ].*|.*[. ]"))
            return Optional.of("must not begin with a dot, hyphen, tilde or space, nor end with a dot or space");
        if (DEVICE.matcher(name).matches()) return Optional.of("is what Windows calls a device; take another name");
        return Optional.empty();
    }

    /** Some scripts and pictures are joined or parted by characters that are not drawn. */
    private static boolean unseen(int c) {
        return Character.getType(c) == Character.FORMAT && c != ZERO_WIDTH_JOINER && c != ZERO_WIDTH_NON_JOINER;
    }

    /**
     * How a name goes into Content-Disposition: in ASCII for old clients, and as it is (RFC 6266, 4.3; RFC 8187). One that was
     * taken under an older rule may hold what is no name, and is changed.
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
