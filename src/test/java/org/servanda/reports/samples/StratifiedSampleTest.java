package org.servanda.reports.samples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import org.servanda.reports.samples.StratifiedSample.Drawn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The draw as docs/reports.md tells it. */
class StratifiedSampleTest {

    private static List<String> codes(int many) {
        return new ArrayList<>(
                IntStream.rangeClosed(1, many).mapToObj(i -> "A." + i).toList());
    }

    private static List<Drawn> drawn(String seed, int size, List<String> codes) {
        StratifiedSample sample = new StratifiedSample(seed, size);
        codes.forEach(code -> sample.take("A", code));
        return sample.drawn();
    }

    /** Worked out with {@code printf 7:A.1 | sha256sum} and so on, then sorted. */
    @Test
    void firstComesWhoseDigestComesFirst() {
        List<Drawn> drawn = drawn("7", 3, codes(8));
        assertEquals(
                List.of("A.1", "A.5", "A.6"), drawn.stream().map(Drawn::code).toList());
        assertEquals(List.of(1, 2, 3), drawn.stream().map(Drawn::place).toList());
        assertEquals(
                "44145ff0281e8fb617a0ce3a99be737d63afcacba74a2a08e43608a7fa29458f",
                drawn.get(0).key());
        assertEquals(8, drawn.get(0).population());
        assertEquals(3, drawn.get(0).drawn());
    }

    @Test
    void theOrderInWhichTheyComeDoesNotMatter() {
        List<String> codes = codes(500);
        List<Drawn> drawn = drawn("seed", 20, codes);
        Collections.shuffle(codes, new Random(1));
        assertEquals(drawn, drawn("seed", 20, codes));
    }

    @Test
    void eachStratumGetsOneAndTheRestGoByLargestRemainder() {
        // 10 - 3 = 7 places by 89, 9 and 0 of 98: 6.36, 0.64 and 0.
        assertArrayEquals(new int[] {7, 2, 1}, StratifiedSample.shares(10, new long[] {90, 10, 1}));
        // 5 - 2 = 3 by 9 and 9 of 18: 1.5 each, and the first is the first.
        assertArrayEquals(new int[] {3, 2}, StratifiedSample.shares(5, new long[] {10, 10}));
        // 5 - 3 = 2 by 6, 4 and 2 of 12: 1, 2/3 and 1/3.
        assertArrayEquals(new int[] {2, 2, 1}, StratifiedSample.shares(5, new long[] {7, 5, 3}));
    }

    @Test
    void whereThereIsNotAPlaceForEachTheyGoByLargestRemainderAlone() {
        // 2 by 5, 3 and 2 of 10: 1, 0.6 and 0.4.
        assertArrayEquals(new int[] {1, 1, 0}, StratifiedSample.shares(2, new long[] {5, 3, 2}));
        // 1 by 2, 3 and 3 of 8: of the equal remainders the first.
        assertArrayEquals(new int[] {0, 1, 0}, StratifiedSample.shares(1, new long[] {2, 3, 3}));
    }

    @Test
    void noStratumGivesMoreThanItHasAndAllPlacesAreTaken() {
        Random chance = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            long[] populations = chance.longs(1 + chance.nextInt(12), 1, 40).toArray();
            int size = 1 + chance.nextInt(200);
            int[] shares = StratifiedSample.shares(size, populations);
            assertEquals(
                    Math.min(size, LongStream.of(populations).sum()),
                    IntStream.of(shares).sum());
            for (int i = 0; i < shares.length; i++) {
                assertTrue(shares[i] <= populations[i]);
                assertTrue(size < populations.length || shares[i] >= 1);
            }
        }
        assertArrayEquals(new int[] {}, StratifiedSample.shares(25, new long[] {}));
    }
}
