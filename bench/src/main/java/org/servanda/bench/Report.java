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

    /** A question about a day past against the same about today, in time. */
    private static final double PAST = 10;

    /** Progress updates against pgbench with the same writes. */
    private static final double WRITING = 0.5;

    /** The 99th percentile of progress updates against the median. */
    private static final double TAIL = 5;

    private static final String HEAD = "%-36s %11s %7s %11s %11s %8s %8s %8s%n";
    private static final String ROW = "%-36s %,11d %7.3f %,11.0f %,11.0f %8.2f %8.2f %,8d%n";
    private static final String PAST_HEAD = "%-52s %11s %7s %9s %9s %12s %12s%n";
    private static final String PAST_ROW = "%-52s %,11d %7.2f %9.2f %9.2f %12.1f %12.1f%n";
    private static final String WRITING_HEAD = "%11s %7s %11s %11s %8s %8s %8s %12s %7s%n";
    private static final String WRITING_ROW = "%,11d %7.3f %,11.1f %,11.1f %8.2f %8.2f %8.2f %12.2f %7d%n";

    private final List<List<Result>> sizes = new ArrayList<>();
    private final List<Past> pasts = new ArrayList<>();
    private final List<Writing> writings = new ArrayList<>();

    /** Results of one size, in the order of the shapes. */
    void add(List<Result> results) {
        sizes.add(results);
    }

    void addPast(List<Past> results) {
        pasts.addAll(results);
    }

    void add(Writing writing) {
        writings.add(writing);
    }

    void print(PrintStream out) {
        reading(out);
        past(out);
        writing(out);
        out.println();
        checks(out);
    }

    private void reading(PrintStream out) {
        out.printf("%nratio = answers a second of the service ÷ those of a bare Vert.x server with the same bytes%n%n");
        out.printf(HEAD, "question", "commitments", "ratio", "service/s", "bare/s", "p50 ms", "p99 ms", "bytes");
        for (int shape = 0; shape < sizes.get(0).size(); shape++) {
            for (List<Result> results : sizes) print(out, results.get(shape));
        }
    }

    private void past(PrintStream out) {
        out.printf(
                "%nratio = time at the coordinates ÷ time now, one request at a time; first = just after a start%n%n");
        out.printf(PAST_HEAD, "question", "commitments", "ratio", "now ms", "then ms", "first now", "first then");
        for (Past past : pasts)
            out.printf(
                    Locale.ROOT,
                    PAST_ROW,
                    past.name(),
                    past.commitments(),
                    past.ratio(),
                    past.now(),
                    past.past(),
                    past.coldNow(),
                    past.coldPast());
    }

    private void writing(PrintStream out) {
        out.printf("%nratio = progress updates a second of the service ÷ those of pgbench with the same writes%n%n");
        out.printf(
                WRITING_HEAD,
                "commitments",
                "ratio",
                "service/s",
                "pgbench/s",
                "p50 ms",
                "p99 ms",
                "p99/p50",
                "pgbench p99",
                "counts");
        for (Writing writing : writings)
            out.printf(
                    Locale.ROOT,
                    WRITING_ROW,
                    writing.commitments(),
                    writing.ratio(),
                    writing.service().perSecond(),
                    writing.pgbench().perSecond(),
                    writing.service().p50(),
                    writing.service().p99(),
                    writing.tail(),
                    writing.pgbench().p99(),
                    writing.counts());
    }

    private void checks(PrintStream out) {
        for (List<Result> results : sizes) farPage(out, results);
        if (sizes.size() > 1) growth(out, sizes.get(0), sizes.get(sizes.size() - 1));
        for (Past past : pasts)
            if (past.wanted())
                Checks.most(out, past.ratio(), PAST, "%s, %,d commitments".formatted(past.name(), past.commitments()));
        for (Writing writing : writings) {
            String size = ", %,d commitments".formatted(writing.commitments());
            Checks.least(out, writing.ratio(), WRITING, "progress updates against pgbench" + size);
            Checks.most(out, writing.tail(), TAIL, "p99 against p50 of progress updates" + size);
        }
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
        Checks.least(out, far.ratio() / second.ratio(), FAR_PAGE, what);
    }

    private static void growth(PrintStream out, List<Result> small, List<Result> large) {
        for (int i = 0; i < small.size(); i++) {
            Result before = small.get(i);
            Result after = large.get(i);
            Group group = before.shape().group();
            if (group != Group.LIST && group != Group.SUMMARY) continue;
            String what = "%s, %,d against %,d commitments"
                    .formatted(after.shape().name(), after.commitments(), before.commitments());
            Checks.least(out, after.ratio() / before.ratio(), GROWTH, what);
        }
    }

    private static Result only(List<Result> results, Group group) {
        return results.stream()
                .filter(result -> result.shape().group() == group)
                .findFirst()
                .orElseThrow();
    }
}
