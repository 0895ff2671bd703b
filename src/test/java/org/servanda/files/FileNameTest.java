package org.servanda.files;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A name that every system can save, and that says what the file is. */
class FileNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minutes.pdf",
                "会议纪要：2026（终稿）.pdf",
                "Notes - final (2).docx",
                "می\u200Cخواهم.pdf",
                "👨\u200D👩\u200D👧.png",
                "a..b.pdf",
                "console.txt",
                "100%.pdf",
                "it's.pdf",
                "会议 \"纪要\" 100%.pdf"
            })
    void aNameIsTakenAsItIs(String name) {
        assertEquals(Optional.empty(), FileName.fault(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u200B",
                "\u3164",
                ".",
                "..",
                ".htaccess",
                "-rf",
                "~root",
                " a.pdf",
                "a.pdf ",
                "a.pdf.",
                "a/b.pdf",
                "a\\b.pdf",
                "../../etc/passwd",
                "a\u2028/../../etc/passwd.pdf",
                "a\u2028b.pdf",
                "a\nb.pdf",
                "a\u0085b.pdf",
                "a／b.pdf",
                "a＼b.pdf",
                "CON",
                "con.pdf",
                "NUL.tar.gz",
                "com1.txt",
                "LPT¹",
                "CONIN$",
                "fdp\u202Egnp.exe",
                "a\u2066b.pdf",
                "a\u200Eb.pdf",
                "a\u00ADb.pdf",
                "a\uFFFE.pdf",
                "a\uFEFF.pdf"
            })
    void aNameThatIsAPathOrReadsAsAnotherIsRefused(String name) {
        assertTrue(FileName.fault(name).isPresent());
    }

    @Test
    void lengthIsCountedInCharacters() {
        assertEquals(Optional.empty(), FileName.fault("𠀀".repeat(200)));
        assertTrue(FileName.fault("𠀀".repeat(201)).isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "minutes.pdf, attachment; filename=\"minutes.pdf\"; filename*=UTF-8''minutes.pdf",
                "纪要.pdf, attachment; filename=\"__.pdf\"; filename*=UTF-8''%E7%BA%AA%E8%A6%81.pdf",
                "a b*.pdf, attachment; filename=\"a b*.pdf\"; filename*=UTF-8''a%20b%2A.pdf"
            })
    void theHeaderHoldsTheNameTwice(String name, String header) {
        assertEquals(header, FileName.attachment(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u2028/../../etc/passwd.pdf", "..\\..\\x", "/etc/passwd", "\"; filename=\"x"})
    void aNameThatWasTakenBeforeIsNoPathInTheHeader(String name) {
        String header = FileName.attachment(name);
        assertFalse(header.replace("UTF-8''", "").matches("(?s).*(/|\\\\|%2F|%5C|\"\\.).*"), header);
        assertEquals(2, header.chars().filter(c -> c == '"').count(), header);
    }
}
