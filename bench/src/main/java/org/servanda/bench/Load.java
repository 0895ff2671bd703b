package org.servanda.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a server did under load: answers a second, and how many milliseconds half and 99 % of them took at most. */
record Load(double perSecond, double p50, double p99) {

    /** Of each figure the one in the middle: a neighbour on the machine who disturbs one round does not count. */
    static Load median(List<Load> rounds) {
        return new Load(median(rounds, Load::perSecond), median(rounds, Load::p50), median(rounds, Load::p99));
    }

    private static double median(List<Load> rounds, ToDoubleFunction<Load> figure) {
        return rounds.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
