package org.servanda.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.servanda.rules.Fact.InstrumentSet;
import org.servanda.rules.Fact.TextRead;

/** A commitment of the seeds, and what became of it: what was recorded of it as the oracle needs it. */
final class TrackedCommitment {

    private static final int DAYS = 14;
    private static final int SPAN = 420;

    final String code;
    final String instrument;
    final LocalDate today;
    final LocalDate adopted;
    final long firstRevision;
    /** Few days, so that what is said of them collides. */
    final List<LocalDate> days = new ArrayList<>();

    private final List<Event> events = new ArrayList<>();
    private final List<String> acts = new ArrayList<>();

    TrackedCommitment(String code, Random random) {
        this.code = code;
        Map<String, Object> shown = RegisterClient.get("/commitments/" + code);
        this.instrument = shown.get("instrument").toString();
        this.today = RegisterClient.today();
        this.firstRevision = RegisterClient.revision();
        Map<String, Object> set = RegisterClient.get("/instruments/" + instrument);
        this.adopted = LocalDate.parse(
                RegisterClient.map(set.get("adopted")).get("date").toString());
        record(0, new InstrumentSet(adopted, (Integer) set.get("reportingIntervalDays")));
        record(0, textOf(shown));
        chooseDays(random);
    }

    @SuppressWarnings("unchecked")
    private static TextRead textOf(Map<String, Object> shown) {
        Map<String, Object> basis = RegisterClient.map(shown.get("statusBasis"));
        Map<String, Object> stated =
                RegisterClient.map(RegisterClient.map(shown.get("owner")).get("stated"));
        return new TextRead(
                shown.get("status").toString(),
                LocalDate.parse(basis.get("effectiveOn").toString()),
                (List<String>) shown.get("parties"),
                (List<String>) stated.getOrDefault("parties", List.of()),
                RegisterClient.map(shown.get("title")),
                shown.get("area").toString(),
                (List<String>) shown.getOrDefault("otherAreas", List.of()),
                RegisterClient.map(shown.get("timeFrame")));
    }

    private void chooseDays(Random random) {
        days.add(adopted);
        days.add(adopted.plusDays(1));
        while (days.size() < DAYS) {
            LocalDate day = adopted.plusDays(random.nextInt(SPAN));
            if (!days.contains(day) && day.isBefore(today)) days.add(day);
        }
        days.sort(null);
    }

    LocalDate someDay(Random random) {
        return days.get(random.nextInt(days.size()));
    }

    private void record(long revision, Fact fact) {
        events.add(new Event(revision, Instant.EPOCH, "seeds", fact));
    }

    void record(long revision, Instant recordedAt, String actor, Fact fact) {
        events.add(new Event(revision, recordedAt, actor, fact));
    }

    /** Notes what was tried, for whoever has to find out what went wrong. */
    void note(String act) {
        acts.add(act);
    }

    List<String> acts() {
        return acts;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    KnownEvents known() {
        return KnownEvents.all(events);
    }

    TextRead text() {
        return known().text();
    }

    /** The entries about it, in order, and the last one before them. */
    List<Long> revisions() {
        List<Long> revisions = new ArrayList<>(List.of(firstRevision));
        events.stream().map(Event::revision).filter(one -> one > firstRevision).forEach(revisions::add);
        return revisions;
    }

    String path() {
        return "/commitments/" + code;
    }
}
