package org.servanda.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.restassured.response.Response;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.testing.HttpTest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** A path that was made to deceive whoever reads the answer or the log. */
@HttpTest
class ForgedLinesTest {

    private static final String KEY = "svd_abcdefghij_" + "k".repeat(49);

    private static void handlers(Handler[] some, List<Handler> into) {
        for (Handler handler : some) {
            into.add(handler);
            if (handler instanceof ExtHandler nested) handlers(nested.getHandlers(), into);
        }
    }

    @Test
    void theConsoleKeepsEachMessageOnItsLine() {
        List<Handler> all = new ArrayList<>();
        handlers(Logger.getLogger("").getHandlers(), all);
        List<Handler> consoles =
                all.stream().filter(ConsoleHandler.class::isInstance).toList();
        assertEquals(1, consoles.size(), "there is a console");
        ExtLogRecord record = new ExtLogRecord(
                Level.INFO,
                "one\ntwo",
                ExtLogRecord.FormatStyle.NO_FORMAT,
                getClass().getName());
        consoles.get(0).getFilter().isLoggable(record);
        assertEquals("one\\ntwo", record.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/commitments/X%0a2026-11-27%20admin%20key%20revoked",
                "/api/v1/commitments/%E2%80%AEX",
                "/api/v1/commitments/%E6%89%BF%E8%AF%BA",
                "/api/v1/nothing%0d%0ahere",
                "/api/v1/commitments/a%25b%22%3Cc%3E",
                "/api/v1/parties/%7Bx%7D%7C%5E?asOf=2026-01-01"
            })
    void theInstanceOfAProblemIsAUriReference(String path) {
        Response answer = given().urlEncodingEnabled(false).get(path);
        assertEquals(404, answer.statusCode());
        String instance = answer.path("instance");
        assertEquals(URI.create(path).getPath(), URI.create(instance).getPath());
        assertEquals(instance, URI.create(instance).toASCIIString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/commitments/%s",
                "/api/v1/updates/%s",
                "/api/v1/files/%s",
                "/api/v1/%s",
                "/api/v1/commitments?area=%s",
                "/api/v1/commitments?%s=1",
                "/api/v1/commitments/CNS-2025.9?asOf=%s",
                "/api/v1/commitments?cursor=%s"
            })
    void aKeyThatWasPastedIntoAnAddressIsNotRepeated(String address) {
        for (String secret : List.of(KEY, "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl")) {
            Response answer = given().urlEncodingEnabled(false).get(address.formatted(secret));
            assertEquals(4, answer.statusCode() / 100);
            String said = answer.asString() + answer.headers();
            assertFalse(said.contains(secret.substring(0, 14)), said);
        }
    }
}
