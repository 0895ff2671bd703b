package org.servanda.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Uploads that a worker reads as a stream: fewer at one time than there are workers, and none below the minimum rate.
 */
@ApplicationScoped
public class StreamedUploads {

    private static final int RETRY_AFTER = 5;

    private final AdmissionControl admissionControl;
    private final Duration patience;
    private final Bulkhead bulkhead;

    StreamedUploads(AdmissionControl admissionControl, WebConfig config) {
        this.admissionControl = admissionControl;
        this.patience = config.bodyPatience();
        int all = config.uploadsAtOnce();
        this.bulkhead = new Bulkhead(
                "uploads", new Bulkhead.Limits(all, all / 2, all - all / 4, all, 3 * all, 2 * all), RETRY_AFTER);
    }

    /** Reads the stream of an upload. */
    public interface Receiver<T> {

        T receive(InputStream body) throws IOException;
    }

    /**
     * Runs the receiver when there is a permit for the upload.
     *
     * @throws ProblemException when there is no permit, or when the body comes too slowly or breaks off
     */
    public <T> T receive(InputStream body, Receiver<T> receiver) throws IOException {
        RoutingContext routing = AdmissionControl.routing();
        AdmissionControl.release(routing);
        Bulkhead.Permit permit = bulkhead.acquire(BulkheadClient.of(routing.request()), patience);
        try {
            Optional<ProblemException> problem = TruncatedBody.ifConnectionClosed(routing);
            if (problem.isPresent()) throw problem.get();
            return receiver.receive(
                    new MinimumRateStream(body, new MinimumBodyRate(patience, System::nanoTime), routing));
        } finally {
            permit.close();
        }
    }

    /**
     * Takes a permit of {@link AdmissionControl} again. The caller does so before it records the upload, which is work
     * like that of any other request.
     */
    public void resume() {
        admissionControl.readmit(AdmissionControl.routing());
    }

    private static final class MinimumRateStream extends FilterInputStream {

        private final MinimumBodyRate rate;
        private final RoutingContext routing;

        private MinimumRateStream(InputStream in, MinimumBodyRate rate, RoutingContext routing) {
            super(in);
            this.rate = rate;
            this.routing = routing;
        }

        @Override
        public int read() throws IOException {
            byte[] buffer = new byte[1];
            return read(buffer, 0, 1) < 0 ? -1 : buffer[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count;
            try {
                count = super.read(bytes, offset, length);
            } catch (IOException e) {
                // The client has disconnected, or has sent nothing for as long as the server waits.
                throw TruncatedBody.problem(routing, e);
            }
            if (count > 0) rate.received(count);
            if (count >= 0 && rate.tooSlow()) throw MinimumBodyRate.problem();
            return count;
        }
    }
}
