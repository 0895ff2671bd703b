package org.servanda.bench;

import java.io.PrintStream;
import java.util.Locale;

/** Says whether a figure is what is wanted. */
final class Checks {

    private static final String LINE = "%s  %.2f, wanted at %s %.2f: %s%n";

    private Checks() {}

    static void least(PrintStream out, double got, double wanted, String what) {
        out.printf(Locale.ROOT, LINE, got >= wanted ? "PASS" : "MISS", got, "least", wanted, what);
    }

    static void most(PrintStream out, double got, double wanted, String what) {
        out.printf(Locale.ROOT, LINE, got <= wanted ? "PASS" : "MISS", got, "most", wanted, what);
    }
}
