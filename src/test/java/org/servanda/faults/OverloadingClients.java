package org.servanda.faults;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.servanda.testing.ProgramProcess;

/**
 * Clients without a key that ask for a list as fast as they are answered, each on a connection of its own. One that is
 * told to come again does so at once, or as it was told.
 */
class OverloadingClients {

    private static final byte[] QUESTION =
            "GET /api/v1/commitments?limit=50 HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final long PATIENCE_SECONDS = 120;

    /** They come one after the other, and what is measured begins when all are there: else most of it is how fast they connect. */
    private static final long ARRIVAL_MILLIS = 3_000;

    private final ProgramProcess service;
    private final int clients;
    private final boolean patient;
    private final Latencies taken = new Latencies();
    private final Latencies refused = new Latencies();
    private final List<String> wrong = new ArrayList<>();
    private volatile boolean going = true;
    private volatile boolean counting;
    private double seconds;

    /** @param patient whether they heed Retry-After */
    OverloadingClients(ProgramProcess service, int clients, boolean patient) {
        this.service = service;
        this.clients = clients;
        this.patient = patient;
    }

    OverloadingClients during(ReportingClients.Disturbance disturbance) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        for (int client = 0; client < clients; client++) {
            long late = ARRIVAL_MILLIS * client / clients;
            threads.submit(() -> {
                TimeUnit.MILLISECONDS.sleep(late);
                while (going) connected();
                return null;
            });
        }
        TimeUnit.MILLISECONDS.sleep(ARRIVAL_MILLIS);
        counting = true;
        long begin = System.nanoTime();
        try {
            disturbance.run();
        } finally {
            counting = false;
            seconds = (System.nanoTime() - begin) / 1e9;
            going = false;
            threads.shutdown();
        }
        if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS))
            throw new AssertionError("one of a crowd is never answered");
        return this;
    }

    /** Answers a second that hold what was asked for. */
    double rate() {
        return taken.count() / seconds;
    }

    Latencies taken() {
        return taken;
    }

    Latencies refused() {
        return refused;
    }

    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    private void connected() throws InterruptedException {
        try (Socket socket = service.connect()) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (going) ask(socket, in);
        } catch (IOException cut) {
            note("a connection broke: " + cut);
        }
    }

    private void ask(Socket socket, InputStream in) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        socket.getOutputStream().write(QUESTION);
        Head head = Head.read(in);
        in.skipNBytes(head.length);
        if (head.status == 200) {
            if (counting) taken.add(begin);
        } else if (head.status == 503 && head.retryAfter > 0) {
            if (counting) refused.add(begin);
            if (patient) TimeUnit.SECONDS.sleep(head.retryAfter);
        } else note("status " + head.status + ", Retry-After " + head.retryAfter);
    }

    private synchronized void note(String what) {
        if (going) wrong.add(what);
    }

    /** Of an answer; a number that is not there is 0. */
    private record Head(int status, int length, int retryAfter) {

        static Head read(InputStream in) throws IOException {
            int status = Integer.parseInt(line(in).split(" ")[1]);
            int length = 0;
            int retryAfter = 0;
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String[] header = line.split(":\\s*", 2);
                if (header[0].equalsIgnoreCase("Content-Length")) length = Integer.parseInt(header[1]);
                if (header[0].equalsIgnoreCase("Retry-After")) retryAfter = Integer.parseInt(header[1]);
            }
            return new Head(status, length, retryAfter);
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) throw new EOFException("closed");
                if (next != '\r') line.append((char) next);
            }
            return line.toString();
        }
    }
}
