package org.servanda.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Asks about now and about what was in turn, one at a time; and each once of a service that has just started. */
final class History {

    /** Half of the reports speak of days before it. */
    private static final String AS_OF = "asOf=2023-03-31";

    private static final String LIST = "/api/v1/commitments?limit=50&";
    private static final String SUMMARY = "/api/v1/summary?by=area,status&";
    private static final int ROUNDS = 3;

    private record Pair(String name, String question, String coordinates, boolean wanted) {

        String now() {
            return question.substring(0, question.length() - 1);
        }

        String past() {
            return question + coordinates;
        }
    }

    private final Supplier<Server> start;
    private final Register register;
    private final List<Pair> pairs;

    History(Supplier<Server> start, Register register) {
        this.start = start;
        this.register = register;
        String knownAt = "knownAt=" + register.revision() / 2;
        pairs = List.of(
                new Pair("list: area=AI&status=in_progress", LIST + "area=AI&status=in_progress&", AS_OF, true),
                new Pair("list: party=LA&kind=programme", LIST + "party=LA&kind=programme&", AS_OF, true),
                new Pair("summary: area,status", SUMMARY, AS_OF, true),
                new Pair("list: area=AI&status=in_progress", LIST + "area=AI&status=in_progress&", knownAt, false),
                new Pair("summary: area,status", SUMMARY, knownAt, false));
    }

    List<Past> measure(int warmUpSeconds, int seconds) {
        Map<String, Double> cold = new HashMap<>();
        for (Pair pair : pairs) {
            cold.computeIfAbsent(pair.now(), this::cold);
            cold.computeIfAbsent(pair.past(), this::cold);
        }
        try (Server service = start.get()) {
            return pairs.stream()
                    .map(pair -> measure(pair, service.client(), cold, warmUpSeconds, seconds))
                    .toList();
        }
    }

    private Past measure(Pair pair, Client service, Map<String, Double> cold, int warmUpSeconds, int seconds) {
        ask(service, pair.now(), warmUpSeconds);
        ask(service, pair.past(), warmUpSeconds);
        List<Double> now = new ArrayList<>();
        List<Double> past = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            now.addAll(ask(service, pair.now(), seconds));
            past.addAll(ask(service, pair.past(), seconds));
        }
        return new Past(
                pair.name() + " " + pair.coordinates(),
                register.size(),
                pair.wanted(),
                median(now),
                median(past),
                cold.get(pair.now()),
                cold.get(pair.past()));
    }

    private double cold(String path) {
        try (Server service = start.get()) {
            return time(service.client(), path);
        }
    }

    /** Once at least, however long it takes. */
    private static List<Double> ask(Client service, String path, int seconds) {
        List<Double> times = new ArrayList<>();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        do times.add(time(service, path));
        while (System.nanoTime() < end);
        return times;
    }

    /** Milliseconds; for ever when there is no answer, which spoils the figure but not the run. */
    private static double time(Client service, String path) {
        long start = System.nanoTime();
        try {
            service.get(path);
        } catch (Broken e) {
            System.err.println("no answer: " + e.getMessage());
            return Double.POSITIVE_INFINITY;
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
