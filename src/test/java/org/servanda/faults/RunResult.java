package org.servanda.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a run came to: what clients were told, held against what the register holds. */
record RunResult(ClientOutcomes.Told told, long lost, long half, long duplicated, List<String> notes) {

    /** Every outcome must be resolved by now. */
    static RunResult of(ClientOutcomes.Told told, RegisterContents contents) {
        long lost = told.acknowledged().entrySet().stream()
                .filter(one -> !contents.ids(one.getKey()).contains(one.getValue()))
                .count();
        List<String> notes = new ArrayList<>(told.wrong());
        notes.addAll(contents.misfits());
        // What the register holds and nobody was told of was done by half, like what does not fit together.
        long half = contents.keys().stream()
                        .filter(key -> !told.acknowledged().containsKey(key))
                        .count()
                + contents.misfits().size();
        long duplicated = contents.keys().stream()
                .filter(key -> contents.ids(key).size() > 1)
                .count();
        return new RunResult(told, lost, half, duplicated, notes);
    }

    /** The same with what went wrong besides. */
    RunResult with(List<String> faults) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(faults);
        return new RunResult(told, lost, half, duplicated, all);
    }

    boolean good() {
        return !told.acknowledged().isEmpty()
                && told.resolved() == told.uncertain()
                && lost == 0
                && half == 0
                && duplicated == 0
                && notes.isEmpty();
    }

    /** Prints the line that the documentation quotes, and fails with it when it is not good. */
    void tell(String fault, Map<String, Object> more) {
        StringBuilder line = new StringBuilder(fault + ": " + this);
        more.forEach((what, value) -> line.append(", ").append(what).append(' ').append(value));
        line.append(": ").append(good() ? "PASS" : "FAIL");
        System.out.println(line);
        assertTrue(good(), line + "\n" + String.join("\n", notes));
    }

    void tell(String fault) {
        tell(fault, Map.of());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "acknowledged %d, unknown %d (resolved %d), lost %d, half %d, duplicated %d, wrong answers %d, longest gap %.1f s",
                told.acknowledged().size(),
                told.uncertain(),
                told.resolved(),
                lost,
                half,
                duplicated,
                told.wrong().size(),
                told.gap().toMillis() / 1_000.0);
    }
}
