package org.servanda.verify;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.formats.CsvText;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** CSV is read as RFC 4180 has it and no more, and what begins like a formula must be guarded. */
class CsvReaderTest {

    private static CsvReader reader(String text) {
        return new CsvReader(new StringReader(text), () -> "report.csv row 1");
    }

    @Test
    void cellsAreReadInQuotesAndWithout() throws IOException {
        CsvReader reader = reader("a,\"b,\"\"c\"\"\r\n\",\r\n,\r\n");
        assertEquals(List.of("a", "b,\"c\"\r\n", ""), reader.next());
        assertEquals(List.of("", ""), reader.next());
        assertNull(reader.next());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a\n", "a\rb", "a\"b\"\r\n", "\"a\"b\r\n", "\"a"})
    void whatIsNoCsvIsRefused(String text) {
        assertThrows(RefusedException.class, () -> reader(text).next());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "=1+1",
                "+66",
                "-",
                "@name",
                "\uFF1D1",
                "\u200B=1",
                "  =1",
                "\u3164=1",
                "'quoted",
                "''",
                "'=1",
                "\tx",
                "\rx",
                "\u627f\u8bfa",
                "a=1"
            })
    void theRegisterGuardsWhatTheVerifierTakesOffAgain(String text) {
        assertEquals(text, CsvCell.unguarded(CsvText.guard(text), "cell"));
        assertEquals(CsvText.join(List.of("a;b\\", CsvText.guard(text))), CsvCell.write(List.of("a;b\\", text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "\u200B=1", "\tx", "'", "'plain"})
    void aCellWithoutItsGuardOrWithOneTooManyIsRefused(String cell) {
        assertThrows(RefusedException.class, () -> CsvCell.unguarded(cell, "cell"));
    }
}
