package org.servanda.web;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Level;

import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What others sent does not begin a line of the log, and keys are in none. */
class LogSanitizerTest {

    private static final String KEY = "svd_abcdefghij_kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk";

    private static ExtLogRecord record(String format, Object... values) {
        ExtLogRecord record = new ExtLogRecord(
                Level.SEVERE, format, ExtLogRecord.FormatStyle.PRINTF, LogSanitizerTest.class.getName());
        record.setParameters(values);
        return record;
    }

    /** The message as a handler writes it. */
    private static String said(ExtLogRecord record) {
        return new ExtFormatter() {
            @Override
            public String format(ExtLogRecord its) {
                return formatMessage(its);
            }
        }.format(record);
    }

    private static String printed(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "'a\nb', 'a\\nb'",
        "'a\r\nb', 'a\\r\\nb'",
        "'a\u001B[2Jb', 'a\\u001B[2Jb'",
        "'a\u0085b', 'a\\u0085b'",
        "'a\u2028b', 'a\\u2028b'",
        "'a\u202Eb', 'a\\u202Eb'",
        "'人工智能 100%', '人工智能 100%'"
    })
    void aMessageStaysOnItsLine(String sent, String shown) {
        ExtLogRecord record = record("request %s failed", sent);
        assertTrue(new OneLineLog().isLoggable(record));
        assertEquals("request " + shown + " failed", said(record));
    }

    @Test
    void theMessagesOfAFailureAndItsCausesStayOnTheirLines() {
        Throwable cause = new IllegalArgumentException("X\n2026-11-27 INFO admin key revoked " + KEY);
        Throwable thrown = new IllegalStateException("a\rb", cause);
        thrown.addSuppressed(new RuntimeException("s\nt"));
        cause.addSuppressed(thrown);
        ExtLogRecord record = record("broken");
        record.setThrown(thrown);
        assertTrue(new OneLineLog().isLoggable(record));
        String shown = printed(record.getThrown());
        shown.lines()
                .forEach(line -> assertTrue(
                        line.startsWith("\tat ")
                                || line.startsWith("\t\tat ")
                                || line.startsWith("\t... ")
                                || line.startsWith("\t\t... ")
                                || line.contains("java.lang."),
                        line));
        assertTrue(shown.contains("Caused by: java.lang.IllegalArgumentException: X\\n2026"), shown);
        assertTrue(shown.contains("Suppressed: java.lang.RuntimeException: s\\nt"), shown);
        assertFalse(shown.contains(KEY), shown);
    }

    @Test
    void aFailureThatIsHarmlessStaysWhatItIs() {
        Throwable thrown = new IllegalStateException("as it was", new RuntimeException());
        assertSame(thrown, LogSanitizer.sanitize(thrown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                KEY,
                "svd_abcdefghij_kkkk",
                "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
                "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0"
            })
    void aKeyOrTokenIsNotRepeated(String secret) {
        assertFalse(
                SecretRedactor.redact("There is no commitment " + secret + ".").contains(secret.substring(0, 12)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"svd_…", "There is no commitment ACJS-2024.III.2.", "eyJ"})
    void whatIsNoKeyIsLeft(String text) {
        assertEquals(text, SecretRedactor.redact(text));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/commitments/ACJS-2024.III.2, /api/v1/commitments/ACJS-2024.III.2",
        "/api/v1/updates:batch, /api/v1/updates:batch",
        "'/x\ny', /x%0Ay",
        "/承诺, /%E6%89%BF%E8%AF%BA",
        "/a b?c#d, /a%20b%3Fc%23d",
        "/100%, /100%25"
    })
    void aPathIsWrittenAsAUriReference(String path, String reference) {
        assertEquals(reference, UriReference.of(path));
    }
}
