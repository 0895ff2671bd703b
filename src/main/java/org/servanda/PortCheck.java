package org.servanda;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.management.ManagementConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.servanda.start.BeforeDatabase;
import org.servanda.start.StartRefusal;

/**
 * Checks at the start that both ports are free. They are opened last, after the register is created and its first key
 * is shown; so they are tried before that.
 */
@ApplicationScoped
class PortCheck {

    private final VertxHttpConfig http;
    private final ManagementConfig management;

    PortCheck(VertxHttpConfig http, ManagementConfig management) {
        this.http = http;
        this.management = management;
    }

    /**
     * Binds both ports at the same time, which also finds out that both have one number. Tests and development mode
     * choose ports in their own way.
     */
    void require(@Observes @Priority(BeforeDatabase.PORTS) BeforeDatabase start) throws IOException {
        if (LaunchMode.current() != LaunchMode.NORMAL) return;
        try (ServerSocket apiSocket = new ServerSocket();
                ServerSocket managementSocket = new ServerSocket()) {
            if (http.hostEnabled()) bind(apiSocket, http.host(), http.port(), "the API", "QUARKUS_HTTP");
            if (management.hostEnabled())
                bind(
                        managementSocket,
                        management.host(),
                        management.port(),
                        "health and metrics",
                        "QUARKUS_MANAGEMENT");
        }
    }

    static void bind(ServerSocket socket, String host, int port, String use, String setting) {
        try {
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new StartRefusal(
                    "port %d at %s, for %s, cannot be opened (%s): end the program that has it, or set %s_PORT to another"
                            .formatted(port, host, use, e.getMessage(), setting),
                    e);
        }
    }
}
