package org.servanda;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.servanda.commitments.standings.ProjectionCheck;
import org.servanda.proofs.LogCheck;

/** What the program does instead of serving, when it is started with a word. It then opens no port and writes nothing else. */
enum Command {
    CHECK("check-standings", "compare the standings with a replay of the ledger"),
    REBUILD("rebuild-standings", "do the same and put right what differs"),
    CHECK_LOG("check-log", "hash the whole log again and compare");

    private static final int RIGHT = 0;
    private static final int DIFFERS = 1;

    /** Nothing was found out: it was asked wrongly, or the store could not be read. */
    static final int NOT_RUN = 2;

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
                .collect(
                        Collectors.joining(
                                "\n",
                                "usage:\n  quarkus-run.jar                    serve\n",
                                "\na command ends with 0 when all is right then, 1 when something differs, 2 when it could not run"));
    }

    /** Keeps the service's ports shut and the register as it is; to be called before Quarkus reads its settings. */
    static void prepare() {
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.management.host-enabled", "false");
        System.setProperty("servanda.seeds.at-start", "false");
        System.setProperty("servanda.keys.at-start", "false");
        System.setProperty("servanda.files.at-start", "false");
        System.setProperty("servanda.proofs.at-start", "false");
        // Of one that is not there nothing could be found out.
        System.setProperty("servanda.store.made-at-start", "false");
        // Nobody waits for an answer, and some of its statements read whole tables.
        System.setProperty("servanda.store.patience", "0");
    }

    /** @return the status to exit with, when nothing breaks */
    int run(ProjectionCheck standings, LogCheck log, Consumer<String> out) {
        boolean right =
                switch (this) {
                    case CHECK -> standings.check(out);
                    case REBUILD -> standings.rebuild(out);
                    case CHECK_LOG -> log.check(out);
                };
        return right ? RIGHT : DIFFERS;
    }
}
