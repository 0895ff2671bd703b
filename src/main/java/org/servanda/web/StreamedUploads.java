package org.servanda.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Bodies that are read as they come, by a worker: fewer at one time than there are workers, and none too slowly. */
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
                "uploads", new Bulkhead.Bounds(all, all / 2, all - all / 4, all, 3 * all, 2 * all), RETRY_AFTER);
    }

    /** What reads a body. */
    public interface Receiver<T> {

        T receive(InputStream body) throws IOException;
    }

    /**
     * Reads a body when there is a place for it.
     *
     * @throws Refusal when there is none, or when the body comes too slowly or breaks off
     */
    public <T> T receive(InputStream body, Receiver<T> receiver) throws IOException {
        RoutingContext routing = AdmissionControl.routing();
        AdmissionControl.leave(routing);
        Bulkhead.Place place = bulkhead.take(BulkheadClient.of(routing.request()), patience);
        try {
            Optional<ProblemException> gone = TruncatedBody.before(routing);
            if (gone.isPresent()) throw gone.get();
            return receiver.receive(new Paced(body, new MinimumBodyRate(patience, System::nanoTime), routing));
        } finally {
            place.close();
        }
    }

    /** To be called before what was received is recorded: that is work among the others' again. */
    public void received() {
        admissionControl.enterAgain(AdmissionControl.routing());
    }

    private static final class Paced extends FilterInputStream {

        private final MinimumBodyRate rate;
        private final RoutingContext routing;

        private Paced(InputStream in, MinimumBodyRate rate, RoutingContext routing) {
            super(in);
            this.rate = rate;
            this.routing = routing;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read;
            try {
                read = super.read(bytes, offset, length);
            } catch (IOException e) {
                // The client has gone, or has sent nothing for as long as the server waits.
                throw TruncatedBody.refusal(routing, e);
            }
            if (read > 0) rate.came(read);
            if (read >= 0 && rate.tooSlow()) throw MinimumBodyRate.refusal();
            return read;
        }
    }
}
