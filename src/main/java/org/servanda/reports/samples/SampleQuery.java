package org.servanda.reports.samples;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.servanda.commitments.standings.CommitmentView;
import org.servanda.reports.samples.SampleParameters.Stratify;
import org.servanda.web.EnumParameters;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;

/**
 * The query of an audit sample, checked.
 *
 * @param stratify null to draw from all as one
 */
record SampleQuery(String seed, int size, Stratify stratify) {

    static final int LONGEST_SEED = 100;

    /** The largest sample: more dossiers than this are not read. Two seeds give two samples. */
    static final int MOST = 200;

    private static final int USUAL = 25;

    static SampleQuery of(SampleParameters parameters) {
        List<Fault> faults = new ArrayList<>();
        String seed = parameters.seed();
        if (seed == null)
            faults.add(
                    Fault.parameter(
                            "seed",
                            "is missing: any text; without one nobody could draw the same sample again and see that it was not chosen"));
        else if (seed.codePointCount(0, seed.length()) > LONGEST_SEED)
            faults.add(Fault.parameter("seed", "at most " + LONGEST_SEED + " characters"));
        int size = size(parameters.size(), faults);
        Stratify stratify = parameters.stratify() == null
                ? null
                : EnumParameters.find(parameters.stratify(), Stratify.class).orElseGet(() -> {
                    faults.add(EnumParameters.fault(
                            "stratify", parameters.stratify(), EnumParameters.words(Stratify.class)));
                    return null;
                });
        if (!faults.isEmpty()) throw ProblemException.parameters(faults);
        return new SampleQuery(seed, size, stratify);
    }

    private static int size(String text, List<Fault> faults) {
        if (text == null) return USUAL;
        int size = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (size < 1 || size > MOST) faults.add(Fault.parameter("size", "must be a number from 1 to " + MOST));
        return size;
    }

    /** The stratum of a commitment; empty if the sample is not stratified. */
    String stratum(CommitmentView commitment) {
        if (stratify == null) return "";
        return switch (stratify) {
            case area -> commitment.area();
            case instrument -> commitment.instrument();
        };
    }

    /** The part of the address that names this query. */
    String query() {
        return "seed=" + URLEncoder.encode(seed, StandardCharsets.UTF_8).replace("+", "%20") + "&size=" + size
                + (stratify == null ? "" : "&stratify=" + stratify);
    }
}
