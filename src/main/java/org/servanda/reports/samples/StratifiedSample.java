package org.servanda.reports.samples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.LongStream;

import org.servanda.text.Sha256;

/**
 * A reproducible stratified sample. The commitments of a stratum are sorted by the SHA-256 of {@code seed:code} in hexadecimal,
 * and the first ones are drawn; {@link #shares} tells how many. Keeps no more of a stratum than could be drawn.
 */
final class StratifiedSample {

    /**
     * A commitment that was drawn.
     *
     * @param population how many commitments the stratum has
     * @param drawn how many of them were drawn
     * @param place the place in the draw, from 1
     * @param key SHA-256 of {@code seed:code}, by which it was drawn
     */
    record Drawn(String stratum, long population, int drawn, int place, String key, String code) {}

    private record Ticket(String key, String code) {}

    private static final class Stratum {

        private final PriorityQueue<Ticket> best =
                new PriorityQueue<>(Comparator.comparing(Ticket::key).reversed());
        private long population;
    }

    private final String seed;
    private final int size;
    private final Map<String, Stratum> strata = new TreeMap<>();

    StratifiedSample(String seed, int size) {
        this.seed = seed;
        this.size = size;
    }

    void take(String stratumCode, String code) {
        Stratum stratum = strata.computeIfAbsent(stratumCode, none -> new Stratum());
        stratum.population++;
        stratum.best.add(new Ticket(Sha256.sha256(seed + ":" + code), code));
        if (stratum.best.size() > size) stratum.best.remove();
    }

    /** The commitments drawn, by code of the stratum and then in the order of the draw. */
    List<Drawn> drawn() {
        List<String> codes = List.copyOf(strata.keySet());
        int[] shares = shares(
                size,
                strata.values().stream()
                        .mapToLong(stratum -> stratum.population)
                        .toArray());
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            Stratum stratum = strata.get(codes.get(i));
            List<Ticket> best = new ArrayList<>(stratum.best);
            best.sort(Comparator.comparing(Ticket::key));
            for (int place = 1; place <= shares[i]; place++) {
                Ticket ticket = best.get(place - 1);
                drawn.add(new Drawn(codes.get(i), stratum.population, shares[i], place, ticket.key(), ticket.code()));
            }
        }
        return drawn;
    }

    /**
     * How many commitments are drawn from each stratum, by the largest remainder method. If there are at least as many places as
     * strata, each stratum gets one place first. The places left are divided by the populations left: first the whole parts of
     * the quotas, then one place each by the largest remainders. Equal remainders go to the larger population, then to the
     * first stratum. No stratum gets more places than it has commitments.
     */
    static int[] shares(int size, long[] populations) {
        long there = LongStream.of(populations).sum();
        int least = size >= populations.length ? 1 : 0;
        long all = there - (long) least * populations.length;
        long places = Math.min(size, there) - (long) least * populations.length;
        int[] shares = new int[populations.length];
        long[] remainders = new long[populations.length];
        long divided = 0;
        for (int i = 0; i < shares.length; i++) {
            long quota = places * (populations[i] - least);
            long whole = all == 0 ? 0 : quota / all;
            remainders[i] = all == 0 ? 0 : quota % all;
            shares[i] = least + (int) whole;
            divided += whole;
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) order.add(i);
        order.sort(Comparator.<Integer>comparingLong(i -> -remainders[i])
                .thenComparingLong(i -> -populations[i])
                .thenComparingInt(i -> i));
        for (int i = 0; i < places - divided; i++) shares[order.get(i)]++;
        return shares;
    }
}
