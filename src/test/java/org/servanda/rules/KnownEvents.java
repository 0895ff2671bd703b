package org.servanda.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import org.servanda.rules.Fact.Assessed;
import org.servanda.rules.Fact.Edited;
import org.servanda.rules.Fact.EvidenceAdded;
import org.servanda.rules.Fact.InstrumentSet;
import org.servanda.rules.Fact.MilestoneStated;
import org.servanda.rules.Fact.Reported;
import org.servanda.rules.Fact.TextRead;

/** All that was recorded by the entries up to a revision, in the order of recording. */
final class KnownEvents {

    private final List<Event> events;
    private final List<OracleUpdate> counting;
    private final Map<String, String> words = new HashMap<>();

    private KnownEvents(List<Event> events) {
        this.events = events;
        this.counting = allReports().stream()
                .filter(this::counts)
                .sorted(OracleUpdate.IN_ORDER)
                .toList();
        counting.forEach(update -> words.put(update.id(), readWordOf(update)));
    }

    // Rule 1.1
    static KnownEvents at(List<Event> all, long revision) {
        return new KnownEvents(
                all.stream().filter(event -> event.revision() <= revision).toList());
    }

    static KnownEvents all(List<Event> all) {
        return new KnownEvents(List.copyOf(all));
    }

    /** As it would be with one entry more. */
    KnownEvents with(Event more) {
        List<Event> longer = new ArrayList<>(events);
        longer.add(more);
        return new KnownEvents(longer);
    }

    // Rule 6.3: as recorded before an entry.
    KnownEvents before(long revision) {
        return at(events, revision - 1);
    }

    <T extends Fact> List<T> facts(Class<T> kind) {
        return of(kind).stream().map(event -> kind.cast(event.fact())).toList();
    }

    List<Event> of(Class<? extends Fact> kind) {
        return events.stream().filter(event -> kind.isInstance(event.fact())).toList();
    }

    // Rule 1.4: the adoption is what was read last.
    InstrumentSet instrument() {
        return last(InstrumentSet.class).orElseThrow();
    }

    // Rule 10.6: a better reading changes what the text says on all days.
    TextRead text() {
        return last(TextRead.class).orElseThrow();
    }

    // Rule 6.10: the entry since which the text says the same of the status.
    long statusReadIn() {
        Event first = null;
        for (Event event : of(TextRead.class)) {
            TextRead read = (TextRead) event.fact();
            TextRead former = first == null ? null : (TextRead) first.fact();
            boolean same = former != null
                    && former.status().equals(read.status())
                    && former.statusOn().equals(read.statusOn());
            if (!same) first = event;
        }
        return first == null ? 0 : first.revision();
    }

    private <T extends Fact> Optional<T> last(Class<T> kind) {
        List<T> all = facts(kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    // Rule 1.2
    boolean thereOn(LocalDate day) {
        boolean known =
                last(InstrumentSet.class).isPresent() && last(TextRead.class).isPresent();
        return known && !day.isBefore(instrument().adopted());
    }

    // Rule 2.1: the updates that count, in the order of days.
    List<OracleUpdate> countingReports() {
        return counting;
    }

    Optional<OracleUpdate> countingReport(String id) {
        return counting.stream().filter(update -> update.id().equals(id)).findFirst();
    }

    // Rules 2.1 and 3.5: what a correction took the place of counts no more, also when that one is corrected itself.
    private boolean counts(OracleUpdate update) {
        return facts(Reported.class).stream().noneMatch(other -> update.id().equals(other.corrects()));
    }

    private List<OracleUpdate> allReports() {
        return of(Reported.class).stream()
                .map(event -> new OracleUpdate(event.revision(), event.recordedAt(), (Reported) event.fact()))
                .toList();
    }

    /** The party whose word an update that counts is; null when it is the secretariat's about the whole. */
    String wordOf(OracleUpdate update) {
        return words.get(update.id());
    }

    // Rules 2.4 and 2.5
    private String readWordOf(OracleUpdate update) {
        if (update.party() != null) return update.party();
        String own = ActorName.party(update.said().submittedBy());
        return own != null ? own : ActorName.party(firstByAParty(update.said()).submittedBy());
    }

    // Rule 2.5: the secretariat's correction speaks for whom the update spoke that it corrects.
    private Reported firstByAParty(Reported report) {
        if (report.corrects() == null || ActorName.party(report.submittedBy()) != null) return report;
        return facts(Reported.class).stream()
                .filter(other -> other.id().equals(report.corrects()))
                .findFirst()
                .map(this::firstByAParty)
                .orElse(report);
    }

    // Rules 3.7 and 6.1: what an update brought and what was added to it.
    int evidenceOf(OracleUpdate update) {
        long added = facts(EvidenceAdded.class).stream()
                .filter(evidence -> update.id().equals(evidence.backs()))
                .count();
        return update.said().evidence() + (int) added;
    }

    // Rules 6.2 and 6.9
    List<Event> countingAssessments() {
        return of(Assessed.class).stream()
                .filter(event -> facts(Assessed.class).stream()
                        .noneMatch(other -> ((Assessed) event.fact()).id().equals(other.corrects())))
                .toList();
    }

    /** The days on which something can become another, from the first day of the commitment up to this one. */
    SortedSet<LocalDate> changeDays(LocalDate upTo) {
        LocalDate first = instrument().adopted();
        SortedSet<LocalDate> days = new TreeSet<>();
        days.add(first);
        counting.forEach(update -> days.add(update.day()));
        facts(Edited.class).forEach(edit -> days.add(edit.day()));
        facts(Assessed.class).forEach(assessment -> days.add(assessment.day()));
        facts(MilestoneStated.class).forEach(milestone -> days.add(milestone.day()));
        days.removeIf(day -> day.isBefore(first) || day.isAfter(upTo));
        return days;
    }
}
