package org.servanda.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import org.servanda.testing.ContractDocument;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Bodies of every operation of the contract that takes one: how large they may be, and what becomes of the connection. */
@HttpTest
class BodyLimitTest {

    private static final int MEGABYTE = 1024 * 1024;

    /** @param type of its body */
    private record Operation(String method, String address, String type) {}

    private static List<Operation> withJson() throws IOException {
        JsonNode contract = ContractDocument.served();
        List<Operation> found = new ArrayList<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> method.getValue()
                        .path("requestBody")
                        .path("content")
                        .fieldNames()
                        .forEachRemaining(type -> {
                            if (type.endsWith("json"))
                                found.add(new Operation(
                                        method.getKey().toUpperCase(java.util.Locale.ROOT),
                                        path.getKey().replaceAll("\\{[^}]*}", "CNS-2025.9"),
                                        type));
                        })));
        return found;
    }

    /** The status of each answer on one connection. */
    private static String answers(Operation operation, String key, int bytes, boolean told) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            String length = told ? "Content-Length: " + bytes : "Transfer-Encoding: chunked";
            out.write((operation.method + " " + operation.address + " HTTP/1.1\r\nHost: localhost\r\n" + length
                            + "\r\nAuthorization: Bearer " + key + "\r\nIdempotency-Key: " + UUID.randomUUID()
                            + "\r\nIf-Match: \"x\"\r\nContent-Type: " + operation.type + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            String body = "\"" + " ".repeat(bytes - 2) + "\"";
            out.write((told ? body : Integer.toHexString(bytes) + "\r\n" + body + "\r\n0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(60_000);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aBodyOfMoreThanAMebibyteIsRefusedAndItsConnectionClosedWhetherItsLengthIsToldOrNot() throws IOException {
        List<Operation> operations = withJson();
        assertFalse(operations.isEmpty());
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations) {
            for (boolean told : List.of(true, false)) {
                // The one role that may issue keys may do nothing else.
                String key = operation.address.contains("api-keys") ? TestKeys.admin() : TestKeys.secretariat();
                String answer = answers(operation, key, MEGABYTE + 1, told);
                boolean right = answer.startsWith("HTTP/1.1 413 ") && answer.contains("\"body-too-large\"")
                        // Who may not do it at all is told that first.
                        || answer.startsWith("HTTP/1.1 403 ");
                if (!right) wrong.add(operation + ", told " + told + ": " + answer);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void aBodyThatIsNotReadDoesNotEndUpInTheNextRequest() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            String body = "GET /api/v1/areas HTTP/1.1\r\nHost: localhost\r\n\r\n";
            out.write(("POST /api/v1/cycles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: " + body.length() + "\r\n\r\n" + body
                            + "GET /api/v1/parties HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(60_000);
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answers.startsWith("HTTP/1.1 401 "), answers);
            assertEquals(2, answers.split("HTTP/1.1 ").length - 1, answers);
        }
    }

    @Test
    void aConnectionCanBeUsedAgainLaterWhereNothingWasLeftUnread() throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            ask(socket, "GET /api/v1/areas HTTP/1.1\r\nHost: localhost\r\n\r\n");
            ask(socket, "POST /api/v1/cycles HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}");
            ask(
                    socket,
                    "POST /api/v1/files?name=a.txt HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                            + "Authorization: Bearer " + TestKeys.secretariat() + "\r\nIdempotency-Key: "
                            + UUID.randomUUID()
                            + "\r\nContent-Length: 5\r\n\r\nnotes");
            // Longer than the rest of a body is waited for.
            TimeUnit.SECONDS.sleep(2);
            ask(socket, "GET /api/v1/parties HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            socket.setSoTimeout(60_000);
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(4, answers.split("HTTP/1.1 ").length - 1, answers);
            assertTrue(answers.contains("HTTP/1.1 201 "), answers);
        }
    }

    private static void ask(Socket socket, String question) throws IOException {
        socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
    }
}
