package org.servanda.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.servanda.testing.HttpTest;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A message that two readers could read differently is read by nobody. */
@HttpTest
class MessageFramingTest {

    @TestHTTPResource("/")
    URL home;

    /** What is answered to a request that is sent as it stands; a bar is a new line. */
    private String answer(String request) throws IOException {
        try (Socket socket = new Socket(home.getHost(), home.getPort())) {
            socket.getOutputStream().write(request.replace("|", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            // An answer after which the connection stays open would be waited for without end.
            socket.setSoTimeout(20_000);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(answer);
            } catch (SocketTimeoutException open) {
                answer.writeBytes(" (and the connection was left open)".getBytes(StandardCharsets.US_ASCII));
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "GET /api/v1/areas HTTP/1.1|Host: a|Host: b||; 400; one Host",
                "GET /api/v1/areas HTTP/1.1|Host: a|host: a||; 400; one Host",
                "GET /api/v1/areas HTTP/1.1|Connection: close||; 400; one Host",
                "GET /q/swagger-ui/ HTTP/1.1|Connection: close||; 400; one Host",
                "GET / HTTP/1.1|Connection: close||; 400; one Host",
                "GET /api/v1/areas HTTP/1.1|Host: a b|Connection: close||; 400; one Host",
                "GET /openapi HTTP/1.1|Host: a|Host: b||; 400; one Host",
                "POST /api/v1/updates:batch HTTP/1.1|Host: a|Transfer-Encoding: foo||; 400; must be chunked",
                "POST /api/v1/updates:batch HTTP/1.1|Host: a|Transfer-Encoding: identity||; 400; must be chunked",
                "POST /api/v1/updates:batch HTTP/1.1|Host: a|Transfer-Encoding: xchunked||; 400; must be chunked",
                "GET /api/v1/areas HTTP/1.1|Host: a|Transfer-Encoding: foo||; 400; must be chunked",
                "GET /openapi HTTP/1.1|Host: a|Transfer-Encoding: foo||; 400; must be chunked",
                "POST /api/v1/files HTTP/1.1|Host: a|Transfer-Encoding: gzip, chunked||2|{}|0||; 501; is chunked",
                "POST /api/v1/files HTTP/1.1|Host: a|Transfer-Encoding: gzip|Transfer-Encoding: chunked||0||; 501; is chunked",
                "POST /api/v1/files HTTP/1.1|Host: a|Transfer-Encoding: Foo, CHUNKED||0||; 501; is chunked"
            })
    void itIsRefusedAndTheConnectionClosed(String request, int status, String detail) throws IOException {
        String answer = answer(request);
        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
        assertTrue(answer.contains(detail), answer);
        assertFalse(answer.contains("left open"), answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "POST /api/v1/files HTTP/1.1|Host: a|Content-Length: 2|Transfer-Encoding: chunked||2|{}|0||; HTTP/1.1 400",
                "POST /api/v1/files HTTP/1.1|Host: a|Content-Length: 2|Content-Length: 3||{}; HTTP/1.1 400",
                "POST /api/v1/updates:batch HTTP/1.1|Host: a|Connection: close|Transfer-Encoding: Chunked||0||; HTTP/1.1 4",
                "GET http://a/api/v1/areas HTTP/1.1|Host: a|Connection: close||; HTTP/1.1 200",
                "GET /api/v1/areas HTTP/1.0||; HTTP/1.0 200"
            })
    void whatTheServerItselfReadsOrRefusesStaysSo(String request, String answered) throws IOException {
        String answer = answer(request);
        assertTrue(answer.startsWith(answered), answer);
    }

    @Test
    void clearTextIsNeverUpgradedToHttp2() throws IOException {
        String upgrade =
                answer("GET /api/v1/areas HTTP/1.1|Host: a|Connection: Upgrade, HTTP2-Settings, close|Upgrade: h2c"
                        + "|HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA||");
        assertTrue(upgrade.startsWith("HTTP/1.1 200"), upgrade);
        String known = answer("PRI * HTTP/2.0|Connection: close||SM||");
        // HTTP/2 would answer with frames; this is a line of HTTP/1.
        assertTrue(known.startsWith("HTTP/2.0 400 Bad Request"), known);
        assertTrue(known.contains("one Host"), known);
    }
}
