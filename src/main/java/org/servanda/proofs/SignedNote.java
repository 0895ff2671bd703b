package org.servanda.proofs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * A text signed by one or more keys (C2SP signed-note).
 * Stated a second time, independently, in {@code org.servanda.verify.SignedNote}.
 *
 * @param text ends with a line feed
 */
record SignedNote(String text, List<Signed> signatures) {

    private static final String DASH = "— ";
    private static final int ID_BYTES = 4;
    private static final int SIGNATURE_BYTES = 64;

    /** By whom, and the signature itself; as a buffer, since that is compared by what it holds. */
    record Signed(String name, int id, ByteBuffer signature) {

        private String line() {
            ByteBuffer all = ByteBuffer.allocate(ID_BYTES + signature.remaining())
                    .putInt(id)
                    .put(signature.duplicate());
            return DASH + name + " " + Base64.getEncoder().encodeToString(all.array()) + "\n";
        }

        private static Signed parse(String line) {
            String[] parts =
                    line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
            if (parts.length != 2) throw new IllegalArgumentException("not a signature line: " + line);
            VerifierKey.requireName(parts[0]);
            byte[] bytes = Base64.getDecoder().decode(parts[1]);
            if (bytes.length <= ID_BYTES) throw new IllegalArgumentException("no signature in: " + line);
            ByteBuffer all = ByteBuffer.wrap(bytes);
            return new Signed(parts[0], all.getInt(), all.slice());
        }
    }

    SignedNote {
        requireText(text);
        signatures = List.copyOf(signatures);
        if (signatures.isEmpty()) throw new IllegalArgumentException("a note without signatures");
    }

    static SignedNote sign(String text, List<SigningKey> keys) {
        requireText(text);
        return new SignedNote(text, keys.stream().map(key -> key.sign(text)).toList());
    }

    /** @throws IllegalArgumentException for what is not a note */
    static SignedNote parse(String written) {
        int cut = written.lastIndexOf("\n\n");
        if (cut < 0 || !written.endsWith("\n")) throw new IllegalArgumentException("not a signed note");
        List<Signed> signatures = new ArrayList<>();
        for (String line : written.substring(cut + 2).split("\n")) signatures.add(Signed.parse(line));
        return new SignedNote(written.substring(0, cut + 1), signatures);
    }

    /** Well-formed UTF-8, no control characters but line feeds, and one of these at the end. */
    private static void requireText(String text) {
        boolean plain = text.chars().noneMatch(c -> c < ' ' && c != '\n')
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        if (!text.endsWith("\n") || !plain)
            throw new IllegalArgumentException(
                    "the text of a note ends with a line feed and has no other control character");
    }

    /** The keys that have signed it and whose signatures are right. */
    List<VerifierKey> signers(Collection<VerifierKey> known) {
        return known.stream()
                .filter(key -> signatures.stream().anyMatch(signed -> signedBy(key, signed)))
                .toList();
    }

    private boolean signedBy(VerifierKey key, Signed signed) {
        if (!signed.name.equals(key.name()) || signed.id != key.id()) return false;
        byte[] signature = new byte[signed.signature.remaining()];
        signed.signature.duplicate().get(signature);
        return signature.length == SIGNATURE_BYTES && key.verifies(text, signature);
    }

    String written() {
        StringBuilder written = new StringBuilder(text).append('\n');
        signatures.forEach(signed -> written.append(signed.line()));
        return written.toString();
    }
}
