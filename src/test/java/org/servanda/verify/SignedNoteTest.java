package org.servanda.verify;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Notes and keys are those of C2SP signed-note and of Go's golang.org/x/mod/sumdb/note, by their published examples. */
class SignedNoteTest {

    private static final String GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String GO_NOTE =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private static final String C2SP_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String C2SP_NOTE =
            """
            This is an example message.

            \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    private static boolean verifies(String key, SignedNote note) {
        VerifierKey parsed = VerifierKey.parse(key, "key.pub line 1");
        SignedNote.NoteSignature signature = note.signatures().get(0);
        return parsed.isNamedBy(signature) && parsed.verifies(note.text(), signature);
    }

    @Test
    void thePublishedNotesAreVerifiedByTheirOwnKeysAlone() {
        SignedNote go = SignedNote.parse(GO_NOTE, "note");
        SignedNote c2sp = SignedNote.parse(C2SP_NOTE, "note");
        assertTrue(verifies(GO_KEY, go));
        assertTrue(verifies(C2SP_KEY, c2sp));
        assertFalse(verifies(GO_KEY, c2sp));
        assertFalse(verifies(C2SP_KEY, go));
    }

    @Test
    void aChangedTextIsNotVerified() {
        assertFalse(verifies(GO_KEY, SignedNote.parse(GO_NOTE.replace("your problem", "my problem"), "note")));
    }

    @Test
    void aTextWithoutASignatureIsANoteThatNobodySigned() {
        SignedNote note = SignedNote.parse("origin\n5\nroot\n", "checkpoint");
        assertFalse(note.signed());
        assertEquals("origin\n5\nroot\n", note.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no line feed", "tab\there\n", "text\n\n", "text\n\n- name AAAA\n", "text\n\n\u2014 name A=A=\n"
            })
    void whatIsNoNoteIsRefused(String note) {
        assertThrows(RefusedException.class, () -> SignedNote.parse(note, "note"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+c74f20a3",
                // The id of another key.
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                // Another algorithm, and a byte too few.
                "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10Q="
            })
    void whatIsNoKeyIsRefused(String key) {
        assertThrows(RefusedException.class, () -> VerifierKey.parse(key, "key.pub line 1"));
    }
}
