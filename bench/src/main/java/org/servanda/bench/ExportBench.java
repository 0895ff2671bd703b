package org.servanda.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures reports of a whole register, then the proofs and the bundle of a log. Run by reports.sh. */
final class ExportBench {

    /** One report on each commitment: history does not matter for what is read as of now. */
    private static final int UPDATES = 1;

    private ExportBench() {}

    /** Arguments: the service's jar, a folder for everything that is written, commitments, entries. */
    public static void main(String[] args) throws IOException {
        Path program = Path.of(args[0]);
        Path folder = Path.of(args[1]);
        try {
            exports(program, Files.createDirectory(folder.resolve("exports")), Integer.parseInt(args[2]), System.out);
            proofs(program, Files.createDirectory(folder.resolve("proofs")), Integer.parseInt(args[3]), System.out);
        } catch (Broken e) {
            System.err.println("broken: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void exports(Path program, Path folder, int commitments, PrintStream out) throws IOException {
        try (Store store = Store.start(folder)) {
            Server.service(program, store, folder).close();
            say("filling a register of " + commitments + " commitments");
            // Findings read the entries of every commitment, so all have theirs.
            Register register = Register.fill(store, commitments, UPDATES, commitments);
            try (Server service = Server.service(program, store, folder)) {
                say("exporting it");
                new Exports(store, service, folder, register).measure(out);
            }
        }
    }

    private static void proofs(Path program, Path folder, int entries, PrintStream out) throws IOException {
        try (Store store = Store.start(folder);
                Server service = Server.service(program, store, folder)) {
            new Proving(service, folder, ExportBench::say).measure(entries, out);
        }
    }

    private static void say(String progress) {
        System.err.printf("%tT  %s%n", java.time.LocalTime.now(), progress);
    }
}
