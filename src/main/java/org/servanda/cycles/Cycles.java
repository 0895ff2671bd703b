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

/** Reads cycles; there are a few a year, so the ledger is all they are kept in. */
@ApplicationScoped
public class Cycles {

    private final Entries entries;
    private final Instruments instruments;

    Cycles(Entries entries, Instruments instruments) {
        this.entries = entries;
        this.instruments = instruments;
    }

    /** Those known at these coordinates, the latest due first. */
    List<CycleView> all(ReadPoint at) {
        return entries.lastOfEach(CycleBody.NOUN, at.revision()).stream()
                .map(entry -> view(entry, at))
                .sorted(Comparator.comparing(CycleView::dueOn).reversed().thenComparing(CycleView::code))
                .toList();
    }

    /** By which days reports on the commitments of each instrument were to be there, up to the day. */
    public Map<String, Set<LocalDate>> dueDays(ReadPoint at) {
        Map<String, Set<LocalDate>> days = new TreeMap<>();
        for (CycleView cycle : all(at)) {
            if (cycle.dueOn().isAfter(at.asOf())) continue;
            cycle.instruments().forEach(code -> days.computeIfAbsent(code, none -> new TreeSet<>())
                    .add(cycle.dueOn()));
        }
        return days;
    }

    Optional<CycleView> find(String code, ReadPoint at) {
        return last(code, at).map(entry -> view(entry, at));
    }

    CycleView byCode(String code, ReadPoint at) {
        return find(code, at)
                .orElseThrow(() -> ProblemException.unknown("cycle", code, () -> all(at).stream()
                        .map(CycleView::code)
                        .toList()));
    }

    Optional<CycleBody> body(String code, ReadPoint at) {
        return last(code, at).map(entry -> entry.body(CycleBody.class));
    }

    private Optional<Entry> last(String code, ReadPoint at) {
        return entries.last(CycleBody.NOUN + "/" + code, at.revision());
    }

    private CycleView view(Entry entry, ReadPoint at) {
        return CycleView.of(entry, instruments(entry.body(CycleBody.class), at), at.asOf());
    }

    /** The instruments that a cycle is about: those named, else those of its mechanism as known. */
    List<String> instruments(CycleBody cycle, ReadPoint at) {
        if (cycle.instruments() != null) return cycle.instruments();
        return instruments.views(at).stream()
                .filter(instrument -> names(instrument).anyMatch(cycle.mechanism()::equals))
                .map(InstrumentView::code)
                .toList();
    }

    /** What instruments call the bodies that follow them up. */
    List<String> mechanisms(ReadPoint at) {
        return instruments.views(at).stream()
                .flatMap(Cycles::names)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> names(InstrumentView instrument) {
        Bilingual mechanism = instrument.mechanism();
        return mechanism == null
                ? Stream.of()
                : Stream.of(mechanism.zh(), mechanism.en()).filter(name -> name != null);
    }
}
