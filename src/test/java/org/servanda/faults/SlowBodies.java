package org.servanda.faults;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.servanda.testing.ProgramProcess;

/** Connections that send a body of one byte each two seconds, and begin again when they are cut off. */
class SlowBodies {

    private static final long PAUSE_MILLIS = 2_000;
    private static final long PATIENCE_SECONDS = 60;

    private final ProgramProcess service;
    private final String bearer;
    private final ExecutorService clients;
    private final int connections;
    private final AtomicInteger cut = new AtomicInteger();
    private volatile boolean going = true;

    SlowBodies(ProgramProcess service, String bearer, int connections) {
        this.service = service;
        this.bearer = bearer;
        this.connections = connections;
        this.clients = Executors.newFixedThreadPool(connections);
    }

    /** Half of them send JSON, half a file; half say how much will come, half do not. */
    void during(ReportingClients.Disturbance disturbance) throws Exception {
        for (int number = 0; number < connections; number++) {
            String head = head(number);
            clients.submit(() -> {
                while (going) trickle(head);
                return null;
            });
        }
        try {
            disturbance.run();
        } finally {
            going = false;
            clients.shutdown();
        }
        if (!clients.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS))
            throw new AssertionError("a slow client never ends");
    }

    /** How often a connection was closed by the service. */
    int cut() {
        return cut.get();
    }

    private String head(int number) {
        boolean json = number % 2 == 0;
        String address = json
                ? "/api/v1/commitments/" + ReportingClients.COMMITMENTS.get(0) + "/updates"
                : "/api/v1/files?name=a.txt";
        String head = UploadResult.head(address, bearer, json ? "application/json" : "text/plain");
        return number % 4 < 2
                ? head
                : head.replace("Transfer-Encoding: chunked", String.format(Locale.ROOT, "Content-Length: %d", 10_000));
    }

    private void trickle(String head) throws InterruptedException {
        boolean chunked = head.contains("chunked");
        try (Socket socket = service.connect()) {
            write(socket, head);
            while (going && socket.getInputStream().available() == 0) {
                write(socket, chunked ? "1\r\n \r\n" : " ");
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (IOException closed) {
            // Counted below.
        }
        if (!going) return;
        cut.incrementAndGet();
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
