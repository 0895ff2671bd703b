package org.servanda.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * A text and who signed it (C2SP signed-note).
 * States again {@code org.servanda.proofs.SignedNote} in the register's program.
 *
 * @param text with its last line feed
 * @param place of the note, with which refusals begin
 */
record SignedNote(String text, List<NoteSignature> signatures, String place) {

    /**
     * A signature line.
     *
     * @param name of the key
     * @param signature four bytes of the key's id, and the bytes that the key signed
     */
    record NoteSignature(String name, byte[] signature, String place) {}

    /** Reads a note; a text without any signature is a note that nobody signed. */
    static SignedNote parse(String note, String place) {
        if (!note.endsWith("\n")) throw new RefusedException(place, "must end with a line feed");
        if (note.chars().anyMatch(c -> c < 0x20 && c != '\n'))
            throw new RefusedException(place, "holds a control character");
        int border = note.lastIndexOf("\n\n");
        if (border < 0) return new SignedNote(note, List.of(), place);
        String text = note.substring(0, border + 1);
        long number = text.lines().count() + 1;
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : note.substring(border + 2).lines().toList())
            signatures.add(signature(line, place + " line " + ++number));
        if (signatures.isEmpty()) throw new RefusedException(place + " line " + number, "has no signature behind it");
        return new SignedNote(text, signatures, place);
    }

    private static NoteSignature signature(String line, String place) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !parts[0].equals("\u2014") || parts[1].isEmpty())
            throw new RefusedException(place, "must be a signature: \u2014 name base64");
        return new NoteSignature(parts[1], Base64Text.decode(parts[2], place), place);
    }

    boolean signed() {
        return !signatures.isEmpty();
    }
}
