package org.servanda.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server that runs, with the client that asks it. */
record Server(Jvm jvm, Client client) implements AutoCloseable {

    /** The file, in the folder, to which the first start on a store writes the key of the admin. */
    static final String ADMIN_KEY = "admin.key";

    /** The program under measurement. Returns when the schema is there, the seeds are loaded, and it is ready. */
    static Server service(Path program, Store store, Path folder) {
        Client client = new Client(Jvm.freePort());
        Client management = new Client(Jvm.freePort());
        Map<String, String> environment = Map.of(
                "SERVANDA_DB_URL",
                store.url(),
                "SERVANDA_DB_USER",
                Store.USER,
                "SERVANDA_DB_PASSWORD",
                Store.USER,
                "SERVANDA_ADMIN_KEY_FILE",
                folder.resolve(ADMIN_KEY).toString(),
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                String.valueOf(client.port()),
                "QUARKUS_MANAGEMENT_PORT",
                String.valueOf(management.port()));
        Jvm jvm = new Jvm("service", folder, List.of("-jar", program.toString()), environment);
        jvm.await(() -> management.answers("/q/health/ready"));
        return new Server(jvm, client);
    }

    /** What HTTP alone costs on this machine. */
    static Server bare(Path folder) {
        Client client = new Client(Jvm.freePort());
        String classes = System.getProperty("java.class.path");
        Jvm jvm = new Jvm(
                "bare-server",
                folder,
                List.of("-cp", classes, BareServer.class.getName(), String.valueOf(client.port())),
                Map.of());
        jvm.await(() -> client.answers("/"));
        return new Server(jvm, client);
    }

    @Override
    public void close() {
        jvm.close();
    }
}
