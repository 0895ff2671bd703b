package org.servanda;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import org.servanda.commitments.StandingsCheck;
import org.servanda.proofs.LogCheck;

/** Starts the service and says where it is and what to ask first; or carries out a {@link Command}. */
@QuarkusMain
public class Main implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(Main.class);

    private final int port;
    private final StandingsCheck standings;
    private final LogCheck log;

    Main(@ConfigProperty(name = "quarkus.http.port") int port, StandingsCheck standings, LogCheck log) {
        this.port = port;
        this.standings = standings;
        this.log = log;
    }

    public static void main(String... args) {
        if (args.length > 0) {
            if (Command.of(args).isEmpty()) {
                System.err.println(Command.usage());
                System.exit(Command.MISUSED);
            }
            Command.prepare();
        }
        // Quarkus would answer an address it cannot read with an empty 400; our own answer says what to do about it.
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(Main.class, args);
    }

    @Override
    public int run(String... args) {
        return Command.of(args)
                .map(command -> command.run(standings, log, System.out::println))
                .orElseGet(this::serve);
    }

    private int serve() {
        LOG.infof("Servanda answers below http://localhost:%d/api/v1", port);
        LOG.infof("ask first: curl \"http://localhost:%d/api/v1/commitments?area=AI&fields=title,status\"", port);
        LOG.infof("all there is to ask: http://localhost:%d/q/swagger-ui", port);
        Quarkus.waitForExit();
        return 0;
    }
}
