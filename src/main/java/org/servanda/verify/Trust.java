package org.servanda.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The trust in a bundle: whose signature it rests on.
 *
 * @param mode in capitals, as the verifier prints it
 * @param sentences that explain the mode
 * @param keys that stand in the bundle
 */
record Trust(String mode, List<String> sentences, List<VerifierKey> keys) {

    private static final String PINNED = "PINNED KEY";

    /**
     * @param pinned null when no key was pinned
     * @param keyFile the text of the member key.pub
     * @param notes all signed notes of the bundle; the last one is that of the manifest
     */
    static Trust of(PinnedKeys pinned, String keyFile, List<SignedNote> notes) {
        List<VerifierKey> keys = VerifierKey.parseAll(keyFile, "key.pub");
        boolean unsigned = keys.isEmpty() && notes.stream().noneMatch(SignedNote::signed);
        if (unsigned && pinned != null) throw new RefusedException("key.pub", "is empty: nobody signed this bundle");
        if (unsigned) return unsigned(keys);
        for (SignedNote note : notes) requireSigned(note, keys);
        requireOnlySignedBy(keys, notes.get(notes.size() - 1));
        return pinned == null ? keyFromBundle(keys) : pinned(pinned, keys, notes);
    }

    private static Trust unsigned(List<VerifierKey> keys) {
        return new Trust(
                "UNSIGNED",
                List.of(
                        "!!! NOBODY SIGNED THIS BUNDLE. !!!",
                        "It agrees with itself, and that is all: anyone can have made it up, entries and all."),
                keys);
    }

    private static Trust keyFromBundle(List<VerifierKey> keys) {
        return new Trust(
                "KEY FROM THE BUNDLE",
                List.of(
                        "Signed by " + names(keys) + ".",
                        "The key came with the bundle, so whoever made the bundle may have made the key. Get the"
                                + " register's key another way",
                        "(from /api/v1/log/keys, in print, from someone else) and give it with --key."),
                keys);
    }

    private static Trust pinned(PinnedKeys pinned, List<VerifierKey> keys, List<SignedNote> notes) {
        List<VerifierKey> trusted = new ArrayList<>(pinned.keys());
        trusted.removeIf(key -> keys.stream().noneMatch(key::same));
        for (SignedNote note : notes)
            if (!isSignedByAny(trusted, note))
                throw new RefusedException(
                        note.place(),
                        "is signed by " + names(keys) + ", not by the key you gave with --key " + pinned.argument());
        return new Trust(
                PINNED,
                List.of(
                        "Signed by " + names(trusted) + ", which you gave.",
                        "Nobody on the way can have added, dropped or changed a row or an entry; only who holds this key"
                                + " could."),
                keys);
    }

    /** The register alone signs a manifest, so each line of the note must be by one of these keys. */
    private static void requireOnlySignedBy(List<VerifierKey> keys, SignedNote manifest) {
        for (SignedNote.NoteSignature signature : manifest.signatures())
            if (keys.stream().noneMatch(key -> key.isNamedBy(signature)))
                throw new RefusedException(
                        signature.place(), "is by a key that is not in key.pub: " + signature.name());
    }

    private static boolean isSignedByAny(List<VerifierKey> keys, SignedNote note) {
        return note.signatures().stream()
                .anyMatch(signature -> keys.stream().anyMatch(key -> key.isNamedBy(signature)));
    }

    private static String names(List<VerifierKey> keys) {
        return keys.isEmpty()
                ? "nobody"
                : keys.stream().map(key -> key.name() + "+" + key.id()).collect(Collectors.joining(", "));
    }

    /**
     * Requires that one of the same keys signed a note that the auditor kept. Where none did, the bundle may be of somebody
     * else, and is refused. But where the key was pinned, or the text of the note was altered, the fault is in the kept file.
     */
    void requireKept(SignedNote note) {
        if (keys.isEmpty())
            throw new RefusedException("key.pub", "is empty: an unsigned log cannot be compared with an older one");
        try {
            requireSigned(note, keys);
        } catch (RefusedException e) {
            if (!note.signed() || isSignedByAny(keys, note) || mode.equals(PINNED))
                throw new UnusableFileException(e.place(), e.getMessage());
            throw e;
        }
    }

    /** Requires that at least one of the keys signed, and that each signature which names one of them is real. */
    private static void requireSigned(SignedNote note, List<VerifierKey> keys) {
        if (!note.signed()) throw new RefusedException(note.place(), "is not signed");
        boolean known = false;
        for (SignedNote.NoteSignature signature : note.signatures())
            for (VerifierKey key : keys) {
                if (!key.isNamedBy(signature)) continue;
                if (!key.verifies(note.text(), signature))
                    throw new RefusedException(
                            signature.place(),
                            "the signature of " + key.name() + "+" + key.id() + " does not fit the text");
                known = true;
            }
        if (!known)
            throw new RefusedException(note.place(), "is signed by none of the keys in key.pub: " + names(keys));
    }
}
