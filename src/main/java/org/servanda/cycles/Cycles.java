package org.servanda.cycles;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.instruments.InstrumentView;
import org.servanda.instruments.Instruments;
import org.servanda.ledger.Entries;
import org.servanda.ledger.Entry;
import org.servanda.ledger.ReadPoint;
import org.servanda.text.Bilingual;
import org.servanda.web.ProblemException;

/** Reads cycles from the ledger, which is their only store, since there are a few a year. */
@ApplicationScoped
public class Cycles {

    private final Entries entries;
    private final Instruments instruments;

    Cycles(Entries entries, Instruments instruments) {
        this.entries = entries;
        this.instruments = instruments;
    }

    /** Cycles known at the read point, the latest due first. */
    List<CycleView> views(ReadPoint at) {
        return entries.lastOfEach(CycleBody.NOUN, at.revision()).stream()
                .map(entry -> view(entry, at))
                .sorted(Comparator.comparing(CycleView::dueOn).reversed().thenComparing(CycleView::code))
                .toList();
    }

    /** Due days of the cycles of each instrument, up to the as-of day; the keys are codes of instruments. */
    public Map<String, Set<LocalDate>> dueDays(ReadPoint at) {
        Map<String, Set<LocalDate>> days = new TreeMap<>();
        for (CycleView cycle : views(at)) {
            if (cycle.dueOn().isAfter(at.asOf())) continue;
            cycle.instruments().forEach(code -> days.computeIfAbsent(code, none -> new TreeSet<>())
                    .add(cycle.dueOn()));
        }
        return days;
    }

    Optional<CycleView> find(String code, ReadPoint at) {
        return lastEntry(code, at).map(entry -> view(entry, at));
    }

    CycleView byCode(String code, ReadPoint at) {
        return find(code, at)
                .orElseThrow(() -> ProblemException.unknown("cycle", code, () -> views(at).stream()
                        .map(CycleView::code)
                        .toList()));
    }

    Optional<CycleBody> body(String code, ReadPoint at) {
        return lastEntry(code, at).map(entry -> entry.body(CycleBody.class));
    }

    private Optional<Entry> lastEntry(String code, ReadPoint at) {
        return entries.last(CycleBody.NOUN + "/" + code, at.revision());
    }

    private CycleView view(Entry entry, ReadPoint at) {
        return CycleView.of(entry, instruments(entry.body(CycleBody.class), at), at.asOf());
    }

    /** Codes of the instruments of a cycle: those that it names, else those of its mechanism at the read point. */
    List<String> instruments(CycleBody cycle, ReadPoint at) {
        if (cycle.instruments() != null) return cycle.instruments();
        return instruments.views(at).stream()
                .filter(instrument -> mechanismNames(instrument).anyMatch(cycle.mechanism()::equals))
                .map(InstrumentView::code)
                .toList();
    }

    /** Names of the standing bodies of the instruments, in both languages. */
    List<String> mechanisms(ReadPoint at) {
        return instruments.views(at).stream()
                .flatMap(Cycles::mechanismNames)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> mechanismNames(InstrumentView instrument) {
        Bilingual mechanism = instrument.mechanism();
        return mechanism == null
                ? Stream.of()
                : Stream.of(mechanism.zh(), mechanism.en()).filter(name -> name != null);
    }
}
