package org.servanda.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Result of a fault run: the outcomes that clients saw, compared with the contents of the register. */
record FaultRunResult(
        ClientOutcomes.OutcomeTotals outcomes, long lost, long incomplete, long duplicated, List<String> notes) {

    /** Every outcome must be resolved by now. */
    static FaultRunResult of(ClientOutcomes.OutcomeTotals outcomes, RegisterContents contents) {
        long lost = outcomes.acknowledged().entrySet().stream()
                .filter(acknowledgement ->
                        !contents.ids(acknowledgement.getKey()).contains(acknowledgement.getValue()))
                .count();
        List<String> notes = new ArrayList<>(outcomes.wrong());
        notes.addAll(contents.misfits());
        // An update in the register without an acknowledgement was recorded incompletely, like contents that do not fit
        // together.
        long half = contents.keys().stream()
                        .filter(key -> !outcomes.acknowledged().containsKey(key))
                        .count()
                + contents.misfits().size();
        long duplicated = contents.keys().stream()
                .filter(key -> contents.ids(key).size() > 1)
                .count();
        return new FaultRunResult(outcomes, lost, half, duplicated, notes);
    }

    /** The same result with further faults. */
    FaultRunResult with(List<String> faults) {
        List<String> allNotes = new ArrayList<>(notes);
        allNotes.addAll(faults);
        return new FaultRunResult(outcomes, lost, incomplete, duplicated, allNotes);
    }

    boolean passed() {
        return !outcomes.acknowledged().isEmpty()
                && outcomes.resolved() == outcomes.uncertain()
                && lost == 0
                && incomplete == 0
                && duplicated == 0
                && notes.isEmpty();
    }

    /** Prints the line that the documentation quotes, and fails with it when it is not good. */
    void printAndAssert(String fault, Map<String, Object> more) {
        StringBuilder line = new StringBuilder(fault + ": " + this);
        more.forEach((what, value) -> line.append(", ").append(what).append(' ').append(value));
        line.append(": ").append(passed() ? "PASS" : "FAIL");
        System.out.println(line);
        assertTrue(passed(), line + "\n" + String.join("\n", notes));
    }

    void printAndAssert(String fault) {
        printAndAssert(fault, Map.of());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "acknowledged %d, unknown %d (resolved %d), lost %d, half %d, duplicated %d, wrong answers %d, longest gap %.1f s",
                outcomes.acknowledged().size(),
                outcomes.uncertain(),
                outcomes.resolved(),
                lost,
                incomplete,
                duplicated,
                outcomes.wrong().size(),
                outcomes.gap().toMillis() / 1_000.0);
    }
}
