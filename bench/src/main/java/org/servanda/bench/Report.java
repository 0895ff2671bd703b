package org.servanda.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.servanda.bench.Shape.Group;

/** The results as a table, and whether what is wanted of them holds. */
final class Report {

    /** A page near the end against the second one. */
    private static final double FAR_PAGE = 0.8;

    /** The largest register against the smallest. */
    private static final double GROWTH = 0.5;

    private static final String HEAD = "%-36s %11s %7s %11s %11s %8s %8s %8s%n";
    private static final String ROW = "%-36s %,11d %7.3f %,11.0f %,11.0f %8.2f %8.2f %,8d%n";
    private static final String CHECK = "%s  %.2f, wanted at least %.2f: %s%n";

    private final List<List<Result>> sizes = new ArrayList<>();

    /** Results of one size, in the order of the shapes. */
    void add(List<Result> results) {
        sizes.add(results);
    }

    void print(PrintStream out) {
        out.printf("%nratio = answers a second of the service ÷ those of a bare Vert.x server with the same bytes%n%n");
        out.printf(HEAD, "question", "commitments", "ratio", "service/s", "bare/s", "p50 ms", "p99 ms", "bytes");
        for (int shape = 0; shape < sizes.get(0).size(); shape++) {
            for (List<Result> results : sizes) print(out, results.get(shape));
        }
        out.println();
        for (List<Result> results : sizes) farPage(out, results);
        if (sizes.size() > 1) growth(out, sizes.get(0), sizes.get(sizes.size() - 1));
    }

    private static void print(PrintStream out, Result result) {
        out.printf(
                Locale.ROOT,
                ROW,
                result.shape().name(),
                result.commitments(),
                result.ratio(),
                result.service().perSecond(),
                result.bare().perSecond(),
                result.service().p50(),
                result.service().p99(),
                result.bytes());
    }

    private static void farPage(PrintStream out, List<Result> results) {
        Result second = only(results, Group.SECOND_PAGE);
        Result far = only(results, Group.FAR_PAGE);
        String what = "page at 90 %% against the second, %,d commitments".formatted(far.commitments());
        check(out, far.ratio() / second.ratio(), FAR_PAGE, what);
    }

    private static void growth(PrintStream out, List<Result> small, List<Result> large) {
        for (int i = 0; i < small.size(); i++) {
            Result before = small.get(i);
            Result after = large.get(i);
            Group group = before.shape().group();
            if (group != Group.LIST && group != Group.SUMMARY) continue;
            String what = "%s, %,d against %,d commitments"
                    .formatted(after.shape().name(), after.commitments(), before.commitments());
            check(out, after.ratio() / before.ratio(), GROWTH, what);
        }
    }

    private static void check(PrintStream out, double got, double wanted, String what) {
        out.printf(Locale.ROOT, CHECK, got >= wanted ? "PASS" : "MISS", got, wanted, what);
    }

    private static Result only(List<Result> results, Group group) {
        return results.stream()
                .filter(result -> result.shape().group() == group)
                .findFirst()
                .orElseThrow();
    }
}
