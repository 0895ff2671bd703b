package org.servanda.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.servanda.testing.ProgramProcess;

/**
 * What came of a body that does not say how long it is.
 *
 * @param sent the bytes of it that could be sent
 * @param answer the status line; empty when the connection ended without one
 */
record UploadResult(long sent, String answer) {

    private static final int CHUNK = 64 * 1024;

    /** Sends {@code most} bytes without waiting for the answer, as a careless client does, until the connection is closed. */
    static UploadResult chunked(ProgramProcess service, String address, String bearer, String type, long most)
            throws IOException {
        try (Socket socket = service.connect()) {
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> read(socket));
            long sent = send(socket, head(address, bearer, type), most);
            return new UploadResult(sent, answer.join());
        }
    }

    boolean cutOff(long most) {
        return sent < most;
    }

    static String head(String address, String bearer, String type) {
        return "POST " + address + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                + "Idempotency-Key: " + UUID.randomUUID() + "\r\nContent-Type: " + type + "\r\n"
                + (bearer == null ? "" : "Authorization: Bearer " + bearer + "\r\n") + "\r\n";
    }

    private static long send(Socket socket, String head, long most) {
        byte[] chunk =
                (Integer.toHexString(CHUNK) + "\r\n" + " ".repeat(CHUNK) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        long sent = 0;
        try {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            for (; sent < most; sent += CHUNK) out.write(chunk);
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException closed) {
            // The other side has had enough.
        }
        return sent;
    }

    private static String read(Socket socket) {
        StringBuilder answer = new StringBuilder();
        try {
            for (int read = socket.getInputStream().read();
                    read >= 0;
                    read = socket.getInputStream().read()) answer.append((char) read);
        } catch (IOException reset) {
            if (answer.isEmpty()) return "";
        }
        return answer.toString().lines().findFirst().orElse("");
    }
}
