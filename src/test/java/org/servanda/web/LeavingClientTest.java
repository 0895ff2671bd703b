package org.servanda.web;

import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Who leaves in the middle of a body is no fault of ours: one line for who looks for it, and nothing else. */
@HttpTest
class LeavingClientTest {

    private final Logger ours = Logger.getLogger(TruncatedBody.class.getName());
    private final Logger all = Logger.getLogger("");
    private final BlockingQueue<LogRecord> told = new LinkedBlockingQueue<>();
    private final List<String> loud = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {

        @Override
        public void publish(LogRecord logged) {
            boolean departure =
                    logged.getMessage() != null && logged.getMessage().contains("the client left");
            if (departure) told.add(logged);
            if (logged.getLevel().intValue() >= Level.WARNING.intValue()) loud.add(logged.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private Level before;

    @TestHTTPResource("/")
    URL home;

    @BeforeEach
    void listen() {
        before = ours.getLevel();
        ours.setLevel(Level.FINE);
        all.addHandler(listener);
    }

    @AfterEach
    void listenNoMore() {
        all.removeHandler(listener);
        ours.setLevel(before);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/files?name=a.pdf, application/pdf, Content-Length: 5000",
        "/api/v1/files?name=a.pdf, application/pdf, Transfer-Encoding: chunked",
        "/api/v1/updates:batch, application/json, Content-Length: 5000",
        "/api/v1/updates:batch, application/json, Transfer-Encoding: chunked"
    })
    void itIsOneLineAtDebug(String path, String type, String framing) throws IOException, InterruptedException {
        String head = "POST " + path + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + TestKeys.secretariat()
                + "\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\nContent-Type: " + type + "\r\n" + framing
                + "\r\n\r\n";
        String begun = framing.startsWith("T") ? "5\r\n[    \r\n" : "[    ";
        LogRecord one = null;
        // Who is gone before anyone reads leaves no trace at all.
        for (int tenths = 1; one == null && tenths < 100; tenths *= 2) {
            leave(head + begun, tenths);
            one = told.poll(5, TimeUnit.SECONDS);
        }
        assertNotNull(one, "nothing was told");
        assertEquals(Level.FINE.intValue(), one.getLevel().intValue());
        assertNull(one.getThrown());
        assertEquals(List.of(), loud);
    }

    private void leave(String sent, int tenths) throws IOException, InterruptedException {
        try (Socket socket = new Socket(home.getHost(), home.getPort())) {
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            TimeUnit.MILLISECONDS.sleep(100L * tenths);
        }
    }
}
