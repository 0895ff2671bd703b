package org.servanda;

import java.util.Optional;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.vertx.http.HttpServer;

import org.servanda.commitments.standings.ProjectionCheck;
import org.servanda.proofs.LogCheck;

/** The main class: starts the service and prints its address and a first request; or executes a {@link Command}. */
@QuarkusMain
public class Main implements QuarkusApplication {

    private final HttpServer server;
    private final ProjectionCheck standings;
    private final LogCheck log;

    Main(HttpServer server, ProjectionCheck standings, LogCheck log) {
        this.server = server;
        this.standings = standings;
        this.log = log;
    }

    public static void main(String... args) {
        Optional<Command> command = Command.of(args);
        if (args.length > 0 && command.isEmpty()) {
            System.err.println(Command.usage());
            System.exit(Command.NOT_RUN);
        }
        command.ifPresent(chosen -> Command.prepare());
        // Quarkus would answer an address that it cannot read with an empty 400; our own response explains what is
        // wrong.
        System.setProperty("vertx.disableURIValidation", "true");
        int failureStatus = command.isPresent() ? Command.NOT_RUN : 1;
        Quarkus.run(
                Main.class,
                (status, failure) -> System.exit(failure == null ? status : print(failure, failureStatus)),
                args);
    }

    private static int print(Throwable failure, int status) {
        StartupFailure.message(failure).ifPresentOrElse(System.err::println, failure::printStackTrace);
        return status;
    }

    @Override
    public int run(String... args) {
        return Command.of(args)
                .map(command -> command.run(standings, log, System.out::println))
                .orElseGet(this::serve);
    }

    /** Called when both ports are open. */
    private int serve() {
        String address = "http://localhost:" + server.getPort();
        System.out.printf("address: %s/api/v1%n", address);
        System.out.printf("ask first: curl \"%s/api/v1/commitments?area=AI&fields=title,status\"%n", address);
        System.out.printf("contract: %s/openapi, as a page to try: %1$s/q/swagger-ui%n", address);
        Quarkus.waitForExit();
        return 0;
    }
}
