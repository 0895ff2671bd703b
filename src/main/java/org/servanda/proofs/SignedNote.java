package org.servanda.proofs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * A signed note: a text with the signatures of one or more keys (C2SP signed-note).
 * Stated a second time, independently, in {@code org.servanda.verify.SignedNote}.
 *
 * @param text ends with a line feed
 */
record SignedNote(String text, List<NoteSignature> signatures) {

    private static final String DASH = "— ";
    private static final int ID_BYTES = 4;
    private static final int SIGNATURE_BYTES = 64;

    /**
     * A signature with the name and id of its key; the bytes are in a buffer, since a record compares a buffer by
     * content.
     */
    record NoteSignature(String name, int id, ByteBuffer signature) {

        private String line() {
            ByteBuffer all = ByteBuffer.allocate(ID_BYTES + signature.remaining())
                    .putInt(id)
                    .put(signature.duplicate());
            return DASH + name + " " + Base64.getEncoder().encodeToString(all.array()) + "\n";
        }

        private static NoteSignature parse(String line) {
            String[] parts =
                    line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
            if (parts.length != 2) throw new IllegalArgumentException("not a signature line: " + line);
            VerifierKey.requireName(parts[0]);
            byte[] bytes = Base64.getDecoder().decode(parts[1]);
            if (bytes.length <= ID_BYTES) throw new IllegalArgumentException("no signature in: " + line);
            ByteBuffer all = ByteBuffer.wrap(bytes);
            return new NoteSignature(parts[0], all.getInt(), all.slice());
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

    /** @throws IllegalArgumentException when the text is not a signed note */
    static SignedNote parse(String written) {
        int separator = written.lastIndexOf("\n\n");
        if (separator < 0 || !written.endsWith("\n")) throw new IllegalArgumentException("not a signed note");
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : written.substring(separator + 2).split("\n")) signatures.add(NoteSignature.parse(line));
        return new SignedNote(written.substring(0, separator + 1), signatures);
    }

    /** Requires well-formed UTF-8, no control characters except line feeds, and a line feed at the end. */
    private static void requireText(String text) {
        boolean plain = text.chars().noneMatch(c -> c < ' ' && c != '\n')
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        if (!text.endsWith("\n") || !plain)
            throw new IllegalArgumentException(
                    "the text of a note ends with a line feed and has no other control character");
    }

    /** The keys among the given ones whose signatures are valid. */
    List<VerifierKey> signers(Collection<VerifierKey> candidates) {
        return candidates.stream()
                .filter(key -> signatures.stream().anyMatch(noteSignature -> signedBy(key, noteSignature)))
                .toList();
    }

    private boolean signedBy(VerifierKey key, NoteSignature noteSignature) {
        if (!noteSignature.name.equals(key.name()) || noteSignature.id != key.id()) return false;
        byte[] signature = new byte[noteSignature.signature.remaining()];
        noteSignature.signature.duplicate().get(signature);
        return signature.length == SIGNATURE_BYTES && key.verifies(text, signature);
    }

    String format() {
        StringBuilder written = new StringBuilder(text).append('\n');
        signatures.forEach(noteSignature -> written.append(noteSignature.line()));
        return written.toString();
    }
}
