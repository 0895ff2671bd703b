package org.servanda.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

/**
 * Counts the bytes of a JSON body that came without saying how many they are. Files are counted where they are received.
 */
@Provider
class BodyLimit implements ReaderInterceptor {

    /** Asked for when a body comes: interceptors are made when the program is built, before there is any configuration. */
    private final Instance<WebConfig> config;

    BodyLimit(Instance<WebConfig> config) {
        this.config = config;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException, WebApplicationException {
        MediaType type = context.getMediaType();
        if (type != null && type.getSubtype().endsWith("json"))
            context.setInputStream(
                    new Counted(context.getInputStream(), config.get().maxBody().asLongValue()));
        return context.proceed();
    }

    private static final class Counted extends FilterInputStream {

        private long left;

        private Counted(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) count(1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            if (read > 0) count(read);
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0)
                throw new Refusal(Reason.BODY_TOO_LARGE, Problems.detail(Reason.BODY_TOO_LARGE))
                        .with("Connection", "close");
        }
    }
}
