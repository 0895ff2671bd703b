package org.servanda.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.Commitment.Entered;
import org.servanda.commitments.Fact.Assessed;
import org.servanda.commitments.Fact.Backed;
import org.servanda.commitments.Fact.Edited;
import org.servanda.commitments.Fact.Reported;
import org.servanda.commitments.Fact.Source;
import org.servanda.commitments.Fact.Text;
import org.servanda.instruments.Instrument;
import org.servanda.instruments.InstrumentView;
import org.servanda.instruments.Instruments;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.ledger.Recorded;
import org.servanda.text.JsonText;

/** Writes to the register of a test, and tells a recollection of it what was written. */
@ApplicationScoped
class Scribe {

    private static final int FACTS_AT_ONCE = 25;
    private static final int COMMITMENTS_AT_ONCE = 5;

    private final Ledger ledger;
    private final Chronicle chronicle;
    private final Commitments commitments;
    private final Instruments instruments;

    Scribe(Ledger ledger, Chronicle chronicle, Commitments commitments, Instruments instruments) {
        this.ledger = ledger;
        this.chronicle = chronicle;
        this.commitments = commitments;
        this.instruments = instruments;
    }

    /** What the register says before anything is written. */
    Recollection recollection() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Recollection known = new Recollection();
            commitments.listAll().forEach(its -> chronicle.facts(its).forEach(fact -> known.tell(its.code(), fact)));
            return known;
        });
    }

    /**
     * Writes so many random facts. Their days go from the first to the last; one in five is late by up to a year.
     */
    void write(int facts, Chance chance, LocalDate first, LocalDate last, Recollection recollection) {
        for (int done = 0; done < facts; done += FACTS_AT_ONCE) {
            int most = Math.min(FACTS_AT_ONCE, facts - done);
            long days = (last.toEpochDay() - first.toEpochDay()) * done / facts;
            LocalDate day = first.plusDays(days);
            Map<String, List<Fact>> told =
                    QuarkusTransaction.requiringNew().call(() -> write(most, chance, day, recollection));
            told.forEach((code, each) -> each.forEach(fact -> recollection.tell(code, fact)));
        }
    }

    private Map<String, List<Fact>> write(int facts, Chance chance, LocalDate today, Recollection recollection) {
        ledger.lock();
        Map<String, List<Fact>> told = new HashMap<>();
        Set<String> codes = new LinkedHashSet<>();
        while (codes.size() < COMMITMENTS_AT_ONCE) codes.add(chance.one(recollection.codes()));
        for (int i = 0; i < facts; i++) {
            String code = chance.one(List.copyOf(codes));
            LocalDate day = chance.in100(20) ? chance.day(today.minusDays(365), today) : today;
            told.computeIfAbsent(code, c -> new ArrayList<>()).add(write(code, chance, day, recollection, told));
        }
        chronicle.follow(codes.stream().map(commitments::byCode).toList());
        return told;
    }

    private Fact write(
            String code, Chance chance, LocalDate day, Recollection recollection, Map<String, List<Fact>> told) {
        if (chance.in100(1)) return reread(code, chance);
        if (chance.in100(40)) return edit(code, day, chance.edit(day));
        if (chance.in100(10)) return assess(code, day, chance, recollection, told);
        List<Reported> reports = new ArrayList<>(recollection.reports(code));
        told.getOrDefault(code, List.of()).stream()
                .filter(Reported.class::isInstance)
                .map(Reported.class::cast)
                .forEach(reports::add);
        if (!reports.isEmpty() && chance.in100(10)) {
            Reported reported = chance.one(reports);
            boolean alone = chance.in100(30);
            LocalDate on = alone ? day : reported.on();
            Backing backing =
                    chance.backing(code + "-E", alone ? null : reported.report().id());
            return new Backed(append(code, CommitmentKinds.EVIDENCE, on, backing), on, backing);
        }
        String id = code + "-U" + (reports.size() + 1);
        if (reports.isEmpty() || !chance.in100(15)) return report(code, day, chance.report(id, null));
        Reported wrong = chance.one(reports);
        LocalDate on = chance.in100(70) ? wrong.on() : day;
        return report(code, on, chance.report(id, wrong.report()));
    }

    private Fact assess(
            String code, LocalDate day, Chance chance, Recollection recollection, Map<String, List<Fact>> told) {
        List<Fact> all = new ArrayList<>(recollection.oracle(code).facts());
        all.addAll(told.getOrDefault(code, List.of()));
        Verdict verdict = chance.verdict(code + "-A" + (all.size() + 1), all);
        return new Assessed(append(code, CommitmentKinds.ASSESSED, day, verdict), day, verdict);
    }

    private Fact reread(String code, Chance chance) {
        Commitment commitment = commitments.byCode(code);
        Promise better = chance.betterReading(commitment.promise());
        commitment.correct(better, Entered.api);
        return new Text(append(code, CommitmentKinds.CORRECTED, null, better), better);
    }

    Edited edit(String code, LocalDate on, Edit edit) {
        return new Edited(append(code, CommitmentKinds.EDITED, on, edit), on, edit);
    }

    Reported report(String code, LocalDate on, Report report) {
        return new Reported(append(code, CommitmentKinds.ACCEPTED, on, report), on, report);
    }

    private Recorded append(String code, String kind, LocalDate on, Record body) {
        return ledger.append(new NewEntry("a test", CommitmentKinds.subject(code), kind, on, null, body));
    }

    /** Writes one report and tells what was recorded. */
    Recorded reportAlone(String code, LocalDate on, Report report, Recollection recollection) {
        return alone(code, () -> report(code, on, report), recollection);
    }

    /** Writes one edit and tells what was recorded. */
    Recorded editAlone(String code, LocalDate on, Edit edit, Recollection recollection) {
        return alone(code, () -> edit(code, on, edit), recollection);
    }

    private Recorded alone(String code, Supplier<Fact> write, Recollection recollection) {
        Fact told = QuarkusTransaction.requiringNew().call(() -> {
            ledger.lock();
            Fact fact = write.get();
            chronicle.follow(List.of(commitments.byCode(code)));
            return fact;
        });
        recollection.tell(code, told);
        return told.recorded();
    }

    /** Corrects when an instrument was adopted and how often it is to be reported on. */
    void correct(String code, LocalDate adopted, int reportingIntervalDays, Recollection recollection) {
        Source told = QuarkusTransaction.requiringNew().call(() -> {
            ledger.lock();
            Instrument instrument = instruments.byCode(code);
            InstrumentView view = instrument.view();
            String corrected = JsonText.write(view)
                    .replace("\"" + view.adopted().date() + "\"", "\"" + adopted + "\"")
                    .replace(
                            "\"reportingIntervalDays\":" + view.reportingIntervalDays(),
                            "\"reportingIntervalDays\":" + reportingIntervalDays);
            instrument.revise(
                    JsonText.read(corrected, InstrumentView.class),
                    instrument.placed().place());
            Recorded recorded = ledger.append(
                    new NewEntry("a test", "instrument/" + code, "corrected", null, null, instrument.placed()));
            chronicle.follow(commitments.list("instrument", code));
            return new Source(recorded, adopted, reportingIntervalDays);
        });
        recollection.codes().stream()
                .filter(its -> its.startsWith(code + "."))
                .forEach(its -> recollection.tell(its, told));
    }
}
