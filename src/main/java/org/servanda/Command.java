package org.servanda;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.servanda.commitments.standings.ProjectionCheck;
import org.servanda.proofs.LogCheck;

/**
 * A command that the program executes instead of serving, when its name is the only argument. The program then opens no
 * port and writes nothing else.
 */
enum Command {
    CHECK("check-standings", "compare the standings with a replay of the ledger"),
    REBUILD("rebuild-standings", "do the same and put right what differs"),
    CHECK_LOG("check-log", "hash the whole log again and compare");

    private static final int CONSISTENT = 0;
    private static final int DIFFERS = 1;

    /** Exit status when the command could not run: wrong arguments, or a database that cannot be read. */
    static final int NOT_RUN = 2;

    private final String word;
    private final String description;

    Command(String word, String description) {
        this.word = word;
        this.description = description;
    }

    /** The command of these arguments; empty unless they are exactly one command. */
    static Optional<Command> of(String... args) {
        return args.length == 1
                ? Stream.of(values())
                        .filter(command -> command.word.equals(args[0]))
                        .findFirst()
                : Optional.empty();
    }

    static String usage() {
        return Arrays.stream(values())
                .map(command -> "  quarkus-run.jar %-18s %s".formatted(command.word, command.description))
                .collect(
                        Collectors.joining(
                                "\n",
                                "usage:\n  quarkus-run.jar                    serve\n",
                                "\na command ends with 0 when all is right then, 1 when something differs, 2 when it could not run"));
    }

    /** Keeps the ports closed and the register unchanged; call it before Quarkus reads its settings. */
    static void prepare() {
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.management.host-enabled", "false");
        System.setProperty("servanda.seeds.at-start", "false");
        System.setProperty("servanda.keys.at-start", "false");
        System.setProperty("servanda.files.at-start", "false");
        System.setProperty("servanda.proofs.at-start", "false");
        // A command on a register that does not exist could check nothing.
        System.setProperty("servanda.store.made-at-start", "false");
        // No client waits, and some statements of the commands read whole tables.
        System.setProperty("servanda.store.patience", "0");
    }

    /** @return the exit status, unless the command fails with an exception */
    int run(ProjectionCheck standings, LogCheck log, Consumer<String> out) {
        boolean consistent =
                switch (this) {
                    case CHECK -> standings.check(out);
                    case REBUILD -> standings.rebuild(out);
                    case CHECK_LOG -> log.check(out);
                };
        return consistent ? CONSISTENT : DIFFERS;
    }
}
