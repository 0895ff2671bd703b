package org.servanda;

import java.util.Optional;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.vertx.http.HttpServer;

import org.servanda.commitments.standings.ProjectionCheck;
import org.servanda.proofs.LogCheck;

/** Starts the service and says where it is and what to ask first; or carries out a {@link Command}. */
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
        command.ifPresent(given -> Command.prepare());
        // Quarkus would answer an address it cannot read with an empty 400; our own answer says what to do about it.
        System.setProperty("vertx.disableURIValidation", "true");
        int broken = command.isPresent() ? Command.NOT_RUN : 1;
        Quarkus.run(
                Main.class, (status, failure) -> System.exit(failure == null ? status : tell(failure, broken)), args);
    }

    private static int tell(Throwable failure, int status) {
        StartupFailure.told(failure).ifPresentOrElse(System.err::println, failure::printStackTrace);
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
