package org.servanda.verify;

import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Checks a bundle of a Servanda register, offline, with a JDK (17 or later) and nothing else:
 *
 * <pre>java Verify.java bundle.zip [--key pinned.pub] [--since old-checkpoint]</pre>
 *
 * <p>It believes nothing that the bundle says about itself. It reads the ledger entries that are in the bundle, proves that
 * each entry is in the log whose checkpoint is signed, works out from the entries where each commitment stood, and compares
 * the result with each cell of the report. At the first thing that does not hold it names the place and ends with 1. With 0
 * it says what it proved, whose key the proof rests on, and what no bundle can prove. With 2 it has checked nothing: the
 * command was wrong, or a file that it was given cannot be used, and it names that file.
 *
 * <p>How to read it: {@link BundleVerification#verify} is the table of contents. {@link BundleZip}, {@link JsonReader} and
 * {@link CsvReader} read files, strictly. {@link SignedNote}, {@link VerifierKey}, {@link MerkleTree}, {@link InclusionProof}
 * and {@link ConsistencyProof} are signatures and hashes (C2SP signed-note and tlog-checkpoint, RFC 6962). {@link Replay}
 * holds the rules by which the state of a commitment follows from what was recorded, under their numbers in docs/rules.md of
 * the register's program. {@link StatusRow} is what the report says about it. docs/bundle.md describes the format.
 */
public final class Verify {

    private static final String USAGE =
            "usage: java Verify.java bundle.zip [--key pinned.pub] [--since old-checkpoint]\n"
                    + "ends with 0 when the bundle holds, 1 when it does not, 2 when it was not checked: asked wrongly, or a"
                    + " file cannot be used";

    private static final int HOLDS = 0;
    private static final int REFUSED = 1;
    private static final int NOT_CHECKED = 2;

    private Verify() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int exitCode = run(List.of(args), out);
        out.flush();
        System.exit(exitCode);
    }

    /** @return the exit code: 0 when everything holds, 1 when something does not, 2 when nothing was checked */
    static int run(List<String> args, PrintStream out) {
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println(USAGE);
            return NOT_CHECKED;
        }
        try {
            verify(options).forEach(out::println);
            return HOLDS;
        } catch (UnusableFileException e) {
            out.println("NOT CHECKED. This says nothing about the bundle.");
            out.println("  file:  " + e.file());
            out.println("  why:   " + e.getMessage());
            return NOT_CHECKED;
        } catch (RefusedException e) {
            return refuse(out, e.place(), e.getMessage());
        } catch (RuntimeException e) {
            // What cannot be understood is not proved.
            return refuse(out, options.bundle(), "cannot be understood: " + e);
        }
    }

    /** Reads the files beside the bundle first, so that a mistake in them is not taken for one in the bundle. */
    private static List<String> verify(Options options) {
        PinnedKeys pinned = options.key() == null ? null : PinnedKeys.read(options.key());
        KeptCheckpoint kept = options.since() == null ? null : KeptCheckpoint.read(options.since());
        try (BundleZip zip = new BundleZip(InputFiles.bundle(options.bundle()))) {
            return new BundleVerification(zip, pinned, kept).verify();
        } catch (EOFException e) {
            throw new RefusedException(options.bundle(), "ends too early");
        } catch (IOException e) {
            throw UnusableFileException.because(options.bundle(), e);
        }
    }

    private static int refuse(PrintStream out, String place, String why) {
        out.println("REFUSED. This bundle does not hold; rely on nothing in it.");
        out.println("  where: " + place);
        out.println("  why:   " + why);
        return REFUSED;
    }
}
