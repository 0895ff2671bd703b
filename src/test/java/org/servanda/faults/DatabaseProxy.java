package org.servanda.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** TCP proxy between the service and its database, which can be broken in two ways and repaired. */
class DatabaseProxy implements AutoCloseable {

    /** As when the server is shut down: connections end, new ones are refused. */
    static final String REFUSED = "refused";

    /** As when a network swallows everything: nobody is told that anything is wrong. */
    static final String SILENT = "silent";

    private static final int CHUNK = 8_192;

    private final int target;
    private final int port;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final Object mended = new Object();
    private ServerSocket entrance;
    private boolean silent;

    /** To a port of this machine. */
    DatabaseProxy(int target) throws IOException {
        this.target = target;
        entrance = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        port = entrance.getLocalPort();
        listen();
    }

    int port() {
        return port;
    }

    void disturb(String how) throws IOException {
        if (how.equals(REFUSED)) {
            entrance.close();
            for (Socket end : ends) end.close();
        } else {
            synchronized (mended) {
                silent = true;
            }
        }
    }

    void mend() throws IOException {
        if (entrance.isClosed()) {
            entrance = new ServerSocket();
            entrance.setReuseAddress(true);
            entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            listen();
        }
        synchronized (mended) {
            silent = false;
            mended.notifyAll();
        }
    }

    private void listen() {
        ServerSocket here = entrance;
        threads.submit(() -> {
            while (true) connect(here.accept());
        });
    }

    private void connect(Socket near) throws IOException {
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        ends.add(near);
        ends.add(far);
        threads.submit(() -> carry(near, far));
        threads.submit(() -> carry(far, near));
    }

    private Void carry(Socket from, Socket to) throws IOException, InterruptedException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                synchronized (mended) {
                    while (silent) mended.wait();
                }
                out.write(chunk, 0, read);
            }
        } finally {
            ends.remove(from);
            ends.remove(to);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        disturb(REFUSED);
    }
}
