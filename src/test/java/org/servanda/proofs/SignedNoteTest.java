package org.servanda.proofs;

import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.ledger.Hash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Notes and keys are those of C2SP signed-note and of Go's golang.org/x/mod/sumdb/note. */
class SignedNoteTest {

    /** The example of Go's documentation; its private half is public. */
    private static final String GO_SIGNS =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static final String GO_CHECKS = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String GO_TEXT =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;

    private static final String GO_NOTE = GO_TEXT
            + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    /** The example of C2SP signed-note. */
    private static final String C2SP_CHECKS = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String C2SP_NOTE =
            """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    @Test
    void aKeyOfGoSignsTheSameBytesHere() {
        SigningKey key = SigningKey.parse(GO_SIGNS);
        assertEquals(GO_CHECKS, key.verifier().text());
        assertEquals(GO_SIGNS, key.text());
        assertEquals(GO_NOTE, SignedNote.sign(GO_TEXT, List.of(key)).format());
    }

    @Test
    void thePublishedNotesAreRightAndOnlyWithTheirOwnKeys() {
        VerifierKey go = VerifierKey.parse(GO_CHECKS);
        VerifierKey c2sp = VerifierKey.parse(C2SP_CHECKS);
        assertEquals(List.of(go), SignedNote.parse(GO_NOTE).signers(List.of(go, c2sp)));
        assertEquals(List.of(c2sp), SignedNote.parse(C2SP_NOTE).signers(List.of(go, c2sp)));
        assertEquals(C2SP_NOTE, SignedNote.parse(C2SP_NOTE).format());
        assertEquals(
                List.of(),
                SignedNote.parse(C2SP_NOTE.replace("example message", "Example message"))
                        .signers(List.of(c2sp)));
    }

    @Test
    void aNewKeySignsAndIsReadBack() {
        SigningKey key = SigningKey.generate("servanda.example/log");
        SigningKey again = SigningKey.parse(key.text());
        assertEquals(key.verifier(), again.verifier());
        assertEquals(key.verifier(), VerifierKey.parse(key.verifier().text()));
        SignedNote note = SignedNote.sign("一\n\ntwo\n", List.of(key, SigningKey.parse(GO_SIGNS)));
        assertEquals(note, SignedNote.parse(note.format()));
        assertEquals(
                List.of(key.verifier(), VerifierKey.parse(GO_CHECKS)),
                SignedNote.parse(note.format()).signers(List.of(again.verifier(), VerifierKey.parse(GO_CHECKS))));
        assertFalse(key.toString().contains(key.text().substring(key.text().lastIndexOf('+'))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PRIVATE+KEY+PeterNeumann+c74f20a3",
                "PRIVATE+KEY+PeterNeumann+c74f20a4+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
                "PRIVATE+KEY+PeterNeumamn+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
                "PRIVATE+KEY+PeterNeumann+c74f20a3+AoEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
                "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyN",
                "PRIVATE+KEY+PeterNeumann+c74f20a3+?YEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
            })
    void whatIsNoKeyIsRefusedWithoutRepeatingIt(String text) {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> SigningKey.parse(text));
        assertFalse(refused.getMessage().contains("EKFALVFG"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a+b", "a\u00a0b", "a\nb", "a\u2003b", "a\u0000"})
    void whatIsNoNameIsRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> VerifierKey.requireName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no line feed", "", "a\ttab\n", "a\r\n", "half \ud800\n"})
    void whatIsNoTextOfANoteIsNotSigned(String text) {
        List<SigningKey> keys = List.of(SigningKey.parse(GO_SIGNS));
        assertThrows(IllegalArgumentException.class, () -> SignedNote.sign(text, keys));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text\n",
                "text\n\n",
                "text\n\n- PeterNeumann x08goAAA\n",
                "text\n\n— PeterNeumann\n",
                "text\n\n— PeterNeumann ????\n",
                "text\n\n— PeterNeumann x08go/ZJ",
            })
    void whatIsNoNoteIsRefused(String written) {
        assertThrows(IllegalArgumentException.class, () -> SignedNote.parse(written));
    }

    @Test
    void aCheckpointHasThreeLinesAndIsReadStrictly() {
        Hash root = Hash.leaf("x");
        List<SigningKey> keys = List.of(SigningKey.parse(GO_SIGNS));
        String text = Checkpoint.text("servanda.example/log", 42, root);
        assertEquals("servanda.example/log\n42\n" + root.base64() + "\n", text);
        Checkpoint read = Checkpoint.parse(SignedNote.sign(text, keys).format());
        assertEquals("servanda.example/log", read.origin());
        assertEquals(42, read.size());
        assertEquals(root, read.root());
        for (String wrong : List.of(
                text.replace("42", "042"),
                text.replace("42", "-1"),
                text.replace("=", ""),
                text + "more\n",
                "servanda.example/log\n42\n")) {
            String note = SignedNote.sign(wrong, keys).format();
            assertThrows(IllegalArgumentException.class, () -> Checkpoint.parse(note), wrong);
        }
    }

    @Test
    void aProofIsAFileOfItsOwn() {
        Checkpoint checkpoint = new Checkpoint("servanda.example/log", 2, Hash.leaf("x"), "the note\n");
        Hash sibling = Hash.leaf("sibling");
        assertEquals(
                "c2sp.org/tlog-proof@v1\nindex 1\n" + Base64.getEncoder().encodeToString(sibling.bytes())
                        + "\n\nthe note\n",
                checkpoint.proofOf(new InclusionProof(1, 2, Hash.leaf("y"), checkpoint.root(), List.of(sibling))));
        assertTrue(checkpoint
                .proofOf(new InclusionProof(0, 1, Hash.leaf("y"), checkpoint.root(), List.of()))
                .startsWith("c2sp.org/tlog-proof@v1\nindex 0\n\nthe note\n"));
    }
}
