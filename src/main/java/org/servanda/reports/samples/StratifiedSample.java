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
 * Draws a sample that anyone can draw again. In each stratum come first whose SHA-256 of {@code seed:code}, in
 * hexadecimal, comes first; how many of it, {@link #shares} says. Keeps no more of a stratum than could be drawn.
 */
final class StratifiedSample {

    /**
     * One that was drawn.
     *
     * @param population how many there are in its stratum
     * @param drawn how many of these were drawn
     * @param place its place among these, from 1
     * @param key by which it was drawn
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

    void take(String stratum, String code) {
        Stratum its = strata.computeIfAbsent(stratum, none -> new Stratum());
        its.population++;
        its.best.add(new Ticket(Sha256.sha256(seed + ":" + code), code));
        if (its.best.size() > size) its.best.remove();
    }

    /** By stratum in the order of codes, and in it in the order of the draw. */
    List<Drawn> drawn() {
        List<String> codes = List.copyOf(strata.keySet());
        int[] shares = shares(
                size, strata.values().stream().mapToLong(its -> its.population).toArray());
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            Stratum its = strata.get(codes.get(i));
            List<Ticket> best = new ArrayList<>(its.best);
            best.sort(Comparator.comparing(Ticket::key));
            for (int place = 1; place <= shares[i]; place++) {
                Ticket ticket = best.get(place - 1);
                drawn.add(new Drawn(codes.get(i), its.population, shares[i], place, ticket.key(), ticket.code()));
            }
        }
        return drawn;
    }

    /**
     * How many of each stratum. Where there is a place for each, each gets one; the others go by what is left of the
     * populations, first the whole parts of the quotas, then by the largest remainders; of equal ones to the larger
     * population, then to the first in order. Never more than there are: a quota is at most what is left.
     */
    static int[] shares(int size, long[] populations) {
        long there = LongStream.of(populations).sum();
        int least = size >= populations.length ? 1 : 0;
        long all = there - (long) least * populations.length;
        long places = Math.min(size, there) - (long) least * populations.length;
        int[] shares = new int[populations.length];
        long[] remainders = new long[populations.length];
        long given = 0;
        for (int i = 0; i < shares.length; i++) {
            long quota = places * (populations[i] - least);
            long whole = all == 0 ? 0 : quota / all;
            remainders[i] = all == 0 ? 0 : quota % all;
            shares[i] = least + (int) whole;
            given += whole;
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) order.add(i);
        order.sort(Comparator.<Integer>comparingLong(i -> -remainders[i])
                .thenComparingLong(i -> -populations[i])
                .thenComparingInt(i -> i));
        for (int i = 0; i < places - given; i++) shares[order.get(i)]++;
        return shares;
    }
}
