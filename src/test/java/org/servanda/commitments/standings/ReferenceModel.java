package org.servanda.commitments.standings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.servanda.commitments.AssessmentResult;
import org.servanda.commitments.Assurance;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Freshness;
import org.servanda.commitments.LastUpdate;
import org.servanda.commitments.Owner;
import org.servanda.commitments.OwnerHow;
import org.servanda.commitments.RollUp;
import org.servanda.commitments.Schedule;
import org.servanda.commitments.Status;
import org.servanda.commitments.StatusBasis;
import org.servanda.commitments.TimeFrame;
import org.servanda.commitments.filters.Dimension;
import org.servanda.commitments.timeline.CommitmentEvent;
import org.servanda.commitments.timeline.CommitmentEvent.UpdateAccepted;
import org.servanda.commitments.timeline.RulesOracleAdapter;
import org.servanda.commitments.timeline.RulesOracleAdapter.Seen;
import org.servanda.ledger.EntryRef;
import org.servanda.text.Bilingual;
import org.servanda.text.JsonText;

/** The whole register as a test remembers it: what every list and every count must be. */
final class ReferenceModel {

    /** The fields that can change, as they are answered. */
    record Answer(
            String code,
            Bilingual title,
            String area,
            List<String> otherAreas,
            Owner owner,
            List<String> supportingAssigned,
            RollUp rollUp,
            TimeFrame timeFrame,
            Status status,
            LocalDate statusSince,
            Integer percent,
            LocalDate percentOn,
            String successor,
            Schedule schedule,
            Freshness freshness,
            Assurance assurance,
            AssessmentResult assessment,
            int evidenceCount,
            StatusBasis statusBasis,
            LastUpdate lastUpdate) {

        static final String FIELDS =
                "code,title,area,otherAreas,owner,supportingAssigned,rollUp,timeFrame,status,statusSince,percent,percentOn,"
                        + "successor,schedule,freshness,assurance,assessment,evidenceCount,statusBasis,lastUpdate";

        static Answer of(Seen seen, LocalDate day) {
            return new Answer(
                    seen.text().code(),
                    seen.title(),
                    seen.area(),
                    seen.otherAreas(),
                    new Owner(seen.text().owner(), seen.assigned()),
                    seen.supportingAssigned(),
                    seen.rule(),
                    seen.timeFrame(),
                    seen.status(),
                    seen.since(),
                    seen.percent(),
                    seen.percentOn(),
                    seen.successor(),
                    Schedule.of(seen.status(), seen.since(), end(seen), day),
                    Freshness.of(seen.status(), seen.reported(), seen.reportDue(), day),
                    seen.assurance(),
                    seen.assessment(),
                    seen.evidence(),
                    seen.stated() ? seen.text().statusBasis() : null,
                    seen.lastUpdate());
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(JsonText.write(this));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Map<String, RulesOracleAdapter> oracles = new TreeMap<>();
    private final Map<Long, Instant> recorded = new ConcurrentHashMap<>();
    private volatile long head;

    void tell(String code, CommitmentEvent event) {
        oracles.computeIfAbsent(code, c -> new RulesOracleAdapter()).tell(event);
        recorded.put(event.recorded().sequence(), event.recorded().at());
        head = Math.max(head, event.recorded().sequence());
    }

    List<String> codes() {
        return List.copyOf(oracles.keySet());
    }

    /** The last entry that was told. */
    long head() {
        return head;
    }

    Optional<Instant> recordedAt(long revision) {
        return Optional.ofNullable(recorded.get(revision));
    }

    RulesOracleAdapter oracle(String code) {
        return oracles.get(code);
    }

    List<UpdateAccepted> reports(String code) {
        return oracle(code).facts().stream()
                .filter(UpdateAccepted.class::isInstance)
                .map(UpdateAccepted.class::cast)
                .toList();
    }

    Optional<Seen> one(String code, LocalDate day, long known) {
        return oracle(code).at(day, known);
    }

    /** Those that have one of the values of each dimension, in order. */
    List<Seen> list(Map<Dimension, List<String>> filter, String sort, LocalDate day, long known) {
        List<Seen> found = new ArrayList<>();
        for (String code : codes()) {
            one(code, day, known)
                    .filter(seen -> filter.keySet().stream().allMatch(wanted -> has(seen, wanted, filter, day)))
                    .ifPresent(found::add);
        }
        found.sort(order(sort.replace("-", ""), day, known));
        if (sort.startsWith("-")) java.util.Collections.reverse(found);
        return found;
    }

    private Comparator<Seen> order(String key, LocalDate day, long known) {
        Comparator<Seen> byPlace = Comparator.comparing(
                        (Seen seen) -> seen.text().instrument())
                .thenComparing(seen -> seen.text().place());
        if (key.equals("due"))
            return Comparator.comparing((Seen seen) -> end(seen) == null ? LocalDate.MAX : end(seen))
                    .thenComparing(byPlace);
        if (key.equals("reportDue"))
            return Comparator.comparing((Seen seen) -> seen.reportDue()).thenComparing(byPlace);
        if (key.equals("code")) return byPlace;
        Map<String, Instant> at = new TreeMap<>();
        for (String code : codes()) {
            CommitmentEvent origin = oracle(code).origin(day, known);
            if (origin != null) at.put(code, origin.recorded().at());
        }
        return Comparator.comparing((Seen seen) -> at.get(seen.text().code())).thenComparing(byPlace);
    }

    private static boolean has(Seen seen, Dimension wanted, Map<Dimension, List<String>> filter, LocalDate day) {
        if (wanted != Dimension.partyStatus)
            return values(seen, wanted, day).stream().anyMatch(filter.get(wanted)::contains);
        return asked(seen, filter).anyMatch(party -> filter.get(wanted).contains(seen.of(party)));
    }

    /** The parties of a commitment that a filter means. */
    private static Stream<String> asked(Seen seen, Map<Dimension, List<String>> filter) {
        List<String> parties = filter.getOrDefault(Dimension.party, seen.text().parties());
        return seen.text().parties().stream().distinct().filter(parties::contains);
    }

    /** How many of a list have each value, or each pair of values. */
    Map<List<String>, Long> counts(
            List<Seen> list, List<Dimension> by, Map<Dimension, List<String>> filter, LocalDate day) {
        Map<List<String>, Long> counts = new TreeMap<>(Comparator.comparing(Object::toString));
        for (Seen seen : list) {
            Set<List<String>> cells = new java.util.LinkedHashSet<>();
            List<String> parties = by.contains(Dimension.party) || by.contains(Dimension.partyStatus)
                    ? asked(seen, filter)
                            .filter(party -> filter.getOrDefault(Dimension.partyStatus, List.of(seen.of(party)))
                                    .contains(seen.of(party)))
                            .toList()
                    : List.of("no matter which");
            for (String party : parties) {
                for (String first : counted(seen, by.get(0), party, filter, day)) {
                    if (by.size() == 1) cells.add(List.of(first));
                    else
                        for (String second : counted(seen, by.get(1), party, filter, day))
                            cells.add(List.of(first, second));
                }
            }
            cells.forEach(cell -> counts.merge(cell, 1L, Long::sum));
        }
        return counts;
    }

    private static Set<String> counted(
            Seen seen, Dimension by, String party, Map<Dimension, List<String>> filter, LocalDate day) {
        if (by == Dimension.party) return Set.of(party);
        if (by == Dimension.partyStatus) return Set.of(seen.of(party));
        Set<String> values = new TreeSet<>(values(seen, by, day));
        if (filter.containsKey(by)) values.retainAll(filter.get(by));
        return values;
    }

    private static Set<String> values(Seen seen, Dimension dimension, LocalDate day) {
        CommitmentText text = seen.text();
        Set<String> values = new TreeSet<>();
        switch (dimension) {
            case instrument -> values.add(text.instrument());
            case primaryArea -> values.add(seen.area());
            case area -> {
                values.add(seen.area());
                values.addAll(seen.otherAreas());
            }
            case owner -> {
                if (text.owner().how() != OwnerHow.not_stated || seen.assigned() == null)
                    values.add(text.owner().how().name());
                if (text.owner().parties() != null) values.addAll(text.owner().parties());
                if (seen.assigned() != null) values.add(seen.assigned().party());
            }
            case party -> values.addAll(text.parties());
            case reporter -> values.addAll(seen.reporters());
            case partyStatus -> text.parties().forEach(party -> values.add(seen.of(party)));
            case status -> values.add(seen.status().name());
            case kind -> values.add(text.kind().name());
            case obligation -> values.add(text.obligation().name());
            case assurance -> values.add(seen.assurance().name());
            case assessment -> values.add(seen.assessment().name());
            case schedule -> values.add(Answer.of(seen, day).schedule().name());
            case freshness -> values.add(Answer.of(seen, day).freshness().name());
        }
        return values;
    }

    /** A value that one of the register's commitments has, to ask for. */
    String value(Dimension dimension, RandomInputs random, LocalDate day, long known) {
        List<String> values = list(Map.of(), "code", day, known).stream()
                .flatMap(seen -> values(seen, dimension, day).stream())
                .distinct()
                .sorted()
                .toList();
        return values.isEmpty() ? fallback(dimension) : random.one(values);
    }

    private static String fallback(Dimension dimension) {
        return switch (dimension) {
            case area, primaryArea -> "AI";
            case owner, party, reporter -> "CN";
            case instrument -> "CNS-2025";
            default -> dimension.enumValues().orElseThrow().get(0);
        };
    }

    /** The last of the entries that were recorded by a moment. */
    long lastAt(Instant moment) {
        return Stream.of(recorded)
                .flatMap(all -> all.entrySet().stream())
                .filter(entry -> !entry.getValue().isAfter(moment))
                .mapToLong(Map.Entry::getKey)
                .max()
                .orElse(0);
    }

    EntryRef origin(String code, LocalDate day, long known) {
        return oracle(code).origin(day, known).recorded();
    }

    private static LocalDate end(Seen seen) {
        return seen.timeFrame() == null ? null : seen.timeFrame().to();
    }
}
