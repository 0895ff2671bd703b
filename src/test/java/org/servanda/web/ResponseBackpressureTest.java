package org.servanda.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A client that asks and asks on one connection and reads nothing does not have its answers kept in memory. */
@HttpTest
class ResponseBackpressureTest {

    private static final String LABEL = "asked behind unread answers";

    /** Of several hundred kilobytes each: together more than all buffers between server and client. */
    private static final int QUESTIONS = 100;

    @Test
    void whatIsAskedBehindUnreadAnswersIsBegunWhenTheyAreRead() throws Exception {
        String body = "{\"role\":\"reader\",\"label\":\"" + LABEL + "\"}";
        String asked = "GET /openapi?format=json HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(QUESTIONS)
                + "POST /api/v1/api-keys HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + TestKeys.admin() + "\r\nIdempotency-Key: " + UUID.randomUUID()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(8 * 1024);
            socket.connect(new InetSocketAddress("localhost", RestAssured.port));
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
            TimeUnit.SECONDS.sleep(2);
            assertFalse(issued(), "begun though nothing was read");
            String answers = readAll(socket);
            assertEquals(QUESTIONS + 1, answers.split("HTTP/1.1 ", -1).length - 1);
            assertTrue(answers.contains("HTTP/1.1 201 "), "not done when all was read");
            assertTrue(issued());
        }
    }

    private static String readAll(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static boolean issued() {
        return given().auth()
                .oauth2(TestKeys.admin())
                .get("/api/v1/api-keys")
                .asString()
                .contains(LABEL);
    }
}
