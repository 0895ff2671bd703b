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
 * The two ports of the service. They are opened last, when the register is made and its first key has been shown; so they
 * are tried before all that.
 */
@ApplicationScoped
class PortCheck {

    private final VertxHttpConfig http;
    private final ManagementConfig management;

    PortCheck(VertxHttpConfig http, ManagementConfig management) {
        this.http = http;
        this.management = management;
    }

    /** Both at once, so that one number for both is found out too. Tests and development choose ports in their own way. */
    void require(@Observes @Priority(BeforeDatabase.PORTS) BeforeDatabase start) throws IOException {
        if (LaunchMode.current() != LaunchMode.NORMAL) return;
        try (ServerSocket api = new ServerSocket();
                ServerSocket operators = new ServerSocket()) {
            if (http.hostEnabled()) take(api, http.host(), http.port(), "the API", "QUARKUS_HTTP");
            if (management.hostEnabled())
                take(operators, management.host(), management.port(), "health and metrics", "QUARKUS_MANAGEMENT");
        }
    }

    static void take(ServerSocket socket, String host, int port, String use, String setting) {
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
