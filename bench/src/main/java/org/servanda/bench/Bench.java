package org.servanda.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Measures registers of the sizes asked for, one after the other, and prints one table. Run by run.sh. */
final class Bench {

    private static final int ROUNDS = 3;
    private static final int SECONDS = number("BENCH_SECONDS", 5);
    private static final int WARM_UP_SECONDS = number("BENCH_WARM_UP_SECONDS", 10);
    private static final int UPDATES = number("BENCH_UPDATES", 5);

    /** How many commitments have their entries in the ledger, so that a writer can follow them. */
    private static final int RECORDED = 2_000;

    private final Path program;
    private final Path folder;

    private Bench(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** Arguments: the service's jar, a folder for everything that is written, and the sizes. */
    public static void main(String[] args) throws IOException {
        Bench bench = new Bench(Path.of(args[0]), Path.of(args[1]));
        Report report = new Report();
        try {
            for (int size : sizes(args)) bench.measure(size, report);
        } catch (Broken e) {
            System.err.println("broken: " + e.getMessage());
            System.exit(1);
        }
        report.print(System.out);
    }

    private static int[] sizes(String[] args) {
        return Stream.of(args).skip(2).mapToInt(Integer::parseInt).sorted().toArray();
    }

    private static int number(String variable, int otherwise) {
        String given = System.getenv(variable);
        return given == null ? otherwise : Integer.parseInt(given);
    }

    private void measure(int size, Report report) throws IOException {
        Path place = Files.createDirectory(folder.resolve(String.valueOf(size)));
        try (Store store = Store.start(place)) {
            Supplier<Server> start = () -> Server.service(program, store, place);
            say(size, "the service makes the schema and loads the seeds");
            start.get().close();
            say(size, "filling the register");
            Register register = Register.fill(store, size, UPDATES, RECORDED);
            try (Server service = start.get();
                    Server bare = Server.bare(place)) {
                report.add(measure(register, service.client(), bare.client(), new Wrk(place)));
            }
            say(size, "asking about what was");
            report.addPast(new History(start, register).measure(WARM_UP_SECONDS, SECONDS));
            say(size, "reporting progress");
            try (Server service = start.get()) {
                report.add(new Reports(store, service.client(), place, register).measure(WARM_UP_SECONDS, SECONDS));
            }
        }
    }

    private static List<Result> measure(Register register, Client service, Client bare, Wrk wrk) {
        say(register.synthetic(), "checking the answers");
        new Correctness(service, register).prove();
        Walk walk = new Walk(service, register);
        walk.go();
        List<Trial> trials = Shape.of(register, walk).stream()
                .map(shape -> new Trial(shape, service, bare))
                .toList();
        say(register.synthetic(), "warming up");
        trials.forEach(trial -> trial.prepare(wrk, WARM_UP_SECONDS));
        for (int round = 1; round <= ROUNDS; round++) {
            say(register.synthetic(), "measuring, round " + round + " of " + ROUNDS);
            trials.forEach(trial -> trial.round(wrk, SECONDS));
        }
        return trials.stream().map(trial -> trial.result(register.size())).toList();
    }

    private static void say(int size, String progress) {
        System.err.printf(Locale.ROOT, "%tT  %,d commitments: %s%n", LocalTime.now(), size, progress);
    }
}
