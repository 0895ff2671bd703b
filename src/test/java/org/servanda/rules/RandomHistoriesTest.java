package org.servanda.rules;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.servanda.testing.HttpTest;
import org.servanda.testing.RandomSize;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Histories that were made up at random, told to the running register act by act, and held against {@code docs/rules.md}:
 * whether each act is taken or refused, and what every answer says of it at all times.
 *
 * <p>{@code -Dservanda.rules.first=3 -Dservanda.rules.histories=1 -Dservanda.rules.tell=true} tells one of them, act by act.
 */
@HttpTest
class RandomHistoriesTest {

    private static final long SEED = 20_261_127;

    /** Of all kinds: eleven and fourteen parties, two, one that the text names as lead, one that is completed in it. */
    private static final List<String> CODES = List.of(
            "ACJS-2024.III.2",
            "CNS-2025.9",
            "BRDE-2023.7.1",
            "ACJS-2024.II.1",
            "CNS-2025.2",
            "GDIDCF-2024.3.1",
            "ACJS-2024.IV.2",
            "CNS-2025.1",
            "ACJS-2024.V.1",
            "CNS-2025.3",
            "BRDE-2023.9.2",
            "ACJS-2024.VI.1");

    private final Differences differences = new Differences();

    private RandomHistory history(String code, long seed) {
        Random size = new Random(seed);
        RandomHistory history = new RandomHistory(code, seed, differences);
        history.happen(20 + size.nextInt(26));
        history.compare();
        return history;
    }

    @Test
    void whateverHappensTheRegisterSaysWhatThePageSays() {
        long start = System.nanoTime();
        List<String> codes = codes();
        int first = Integer.getInteger("servanda.rules.first", 0);
        int most = Integer.getInteger("servanda.rules.histories", RandomSize.of(8, 115));
        int last = Math.min(codes.size(), first + most);
        for (int i = first; i < last; i++) tell(codes.get(i), SEED + i);
        System.out.printf(
                "%d values of %d random histories compared with the rules in %.1f s%n",
                differences.compared(), last - first, (System.nanoTime() - start) / 1e9);
        assertTrue(differences.none(), () -> "first seed " + SEED + differences.told());
    }

    private void tell(String code, long seed) {
        RandomHistory history = history(code, seed);
        if (Boolean.getBoolean("servanda.rules.tell")) {
            System.out.println(code + " by seed " + seed);
            history.acts().forEach(act -> System.out.println("    " + act));
        }
    }

    /** Those above; with the thorough size all that the seeds have. */
    private static List<String> codes() {
        if (RandomSize.of(0, 1) == 0) return CODES;
        return RegisterClient.items("/commitments?limit=200&fields=status").stream()
                .map(item -> item.get("code").toString())
                .toList();
    }
}
