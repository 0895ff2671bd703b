package org.servanda.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.servanda.commitments.Fact.Assessed;
import org.servanda.commitments.Fact.Backed;
import org.servanda.commitments.Fact.Reported;
import org.servanda.ledger.Recorded;

/** The facts of one commitment in an order of chance. */
final class Tales {

    private static final LocalDate FIRST = Telling.ADOPTED.minusDays(20);

    private Tales() {}

    /** Days are few, so that many facts are of one day; now and then text and instrument are corrected. */
    static List<Fact> ofChance(Chance chance, int most) {
        Telling telling = Telling.ofOnePromise();
        Promise promise = Telling.promise("As it reads", "AI");
        List<Reported> reports = new ArrayList<>();
        for (int sequence = 3; sequence <= most; sequence++) {
            Recorded recorded = new Recorded(sequence, Telling.recordedAt(sequence));
            LocalDate day = chance.day(FIRST, FIRST.plusDays(60));
            int kind = chance.below(100);
            if (kind < 2) telling.reads(chance.betterReading(promise));
            else if (kind < 4)
                telling.tell(new Fact.Source(
                        recorded, Telling.ADOPTED.minusDays(chance.below(10)), 30 * (1 + chance.below(3))));
            else if (kind < 40) telling.edited(day, chance.edit(day));
            else if (kind < 50)
                telling.tell(new Assessed(recorded, day, chance.verdict("A" + sequence, telling.facts())));
            else if (kind < 54) telling.tell(planned(recorded, day, chance.plan(List.of("M1", "M2")), telling.facts()));
            else if (kind < 60 && !reports.isEmpty()) {
                Reported reported = chance.one(reports);
                boolean alone = chance.in100(30);
                telling.tell(new Backed(
                        recorded,
                        alone ? day : reported.on(),
                        chance.backing(
                                "E" + sequence, alone ? null : reported.report().id())));
            } else {
                boolean corrects = !reports.isEmpty() && chance.in100(20);
                Reported report = new Reported(
                        recorded,
                        day,
                        chance.report(
                                "U" + sequence, corrects ? chance.one(reports).report() : null));
                reports.add(report);
                telling.tell(report);
            }
        }
        return telling.facts();
    }

    /** Nothing is stated of a milestone before the day from which it was planned. */
    private static Fact planned(Recorded recorded, LocalDate day, Fact.Plan plan, List<Fact> told) {
        LocalDate first = told.stream()
                .filter(fact ->
                        fact instanceof Fact.Planned known && known.plan().id().equals(plan.id()))
                .map(fact -> ((Fact.Planned) fact).on())
                .findFirst()
                .orElse(day);
        return new Fact.Planned(recorded, day.isBefore(first) ? first : day, plan);
    }
}
