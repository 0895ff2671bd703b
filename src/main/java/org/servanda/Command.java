package org.servanda;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.servanda.commitments.StandingsCheck;
import org.servanda.proofs.LogCheck;

/** What the program does instead of serving, when it is started with a word. It then opens no port and writes nothing else. */
enum Command {
    CHECK("check-standings", "compare the standings with a replay of the ledger; 0 when nothing differs, else 1"),
    REBUILD("rebuild-standings", "do the same and put right what differs; 0 when all is right then, else 1"),
    CHECK_LOG("check-log", "hash the whole log again and compare; 0 when nothing differs, else 1");

    static final int MISUSED = 2;

    private final String word;
    private final String does;

    Command(String word, String does) {
        this.word = word;
        this.does = does;
    }

    /** The command of these arguments; none when they are anything but one command. */
    static Optional<Command> of(String... args) {
        return args.length == 1
                ? Stream.of(values())
                        .filter(command -> command.word.equals(args[0]))
                        .findFirst()
                : Optional.empty();
    }

    static String usage() {
        return Arrays.stream(values())
                .map(command -> "  quarkus-run.jar %-18s %s".formatted(command.word, command.does))
                .collect(Collectors.joining("\n", "usage:\n  quarkus-run.jar                    serve\n", ""));
    }

    /** Keeps the service's ports shut and the register as it is; to be called before Quarkus reads its settings. */
    static void prepare() {
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.management.host-enabled", "false");
        System.setProperty("servanda.seeds.at-start", "false");
        System.setProperty("servanda.keys.at-start", "false");
        System.setProperty("servanda.files.at-start", "false");
        System.setProperty("servanda.proofs.at-start", "false");
        // Nobody waits for an answer, and some of its statements read whole tables.
        System.setProperty("servanda.store.patience", "0");
    }

    /** @return the status to exit with */
    int run(StandingsCheck standings, LogCheck log, Consumer<String> out) {
        boolean right =
                switch (this) {
                    case CHECK -> standings.check(out);
                    case REBUILD -> standings.rebuild(out);
                    case CHECK_LOG -> log.check(out);
                };
        return right ? 0 : 1;
    }
}
