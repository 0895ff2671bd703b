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
import org.servanda.commitments.timeline.RulesOracleAdapter.OracleState;
import org.servanda.ledger.EntryRef;
import org.servanda.text.Bilingual;
import org.servanda.text.JsonText;

/** A reference model of the whole register: computes what every list and every count must be. */
final class ReferenceModel {

    /** The fields that can change, as they are answered. */
    record ExpectedAnswer(
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

        static ExpectedAnswer of(OracleState state, LocalDate day) {
            return new ExpectedAnswer(
                    state.text().code(),
                    state.title(),
                    state.area(),
                    state.otherAreas(),
                    new Owner(state.text().owner(), state.assigned()),
                    state.supportingAssigned(),
                    state.rule(),
                    state.timeFrame(),
                    state.status(),
                    state.since(),
                    state.percent(),
                    state.percentOn(),
                    state.successor(),
                    Schedule.of(state.status(), state.since(), end(state), day),
                    Freshness.of(state.status(), state.reported(), state.reportDue(), day),
                    state.assurance(),
                    state.assessment(),
                    state.evidence(),
                    state.stated() ? state.text().statusBasis() : null,
                    state.lastUpdate());
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
    private volatile long lastRevision;

    void add(String code, CommitmentEvent event) {
        oracles.computeIfAbsent(code, c -> new RulesOracleAdapter()).add(event);
        recorded.put(event.recorded().sequence(), event.recorded().at());
        lastRevision = Math.max(lastRevision, event.recorded().sequence());
    }

    List<String> codes() {
        return List.copyOf(oracles.keySet());
    }

    /** Sequence of the last event. */
    long lastRevision() {
        return lastRevision;
    }

    Optional<Instant> recordedAt(long revision) {
        return Optional.ofNullable(recorded.get(revision));
    }

    RulesOracleAdapter oracle(String code) {
        return oracles.get(code);
    }

    List<UpdateAccepted> updates(String code) {
        return oracle(code).commitmentEvents().stream()
                .filter(UpdateAccepted.class::isInstance)
                .map(UpdateAccepted.class::cast)
                .toList();
    }

    Optional<OracleState> state(String code, LocalDate day, long known) {
        return oracle(code).at(day, known);
    }

    /** The states that match a filter, sorted. */
    List<OracleState> list(Map<Dimension, List<String>> filter, String sort, LocalDate day, long known) {
        List<OracleState> found = new ArrayList<>();
        for (String code : codes()) {
            state(code, day, known)
                    .filter(state ->
                            filter.keySet().stream().allMatch(dimension -> matches(state, dimension, filter, day)))
                    .ifPresent(found::add);
        }
        found.sort(order(sort.replace("-", ""), day, known));
        if (sort.startsWith("-")) java.util.Collections.reverse(found);
        return found;
    }

    private Comparator<OracleState> order(String key, LocalDate day, long known) {
        Comparator<OracleState> byPlace = Comparator.comparing(
                        (OracleState state) -> state.text().instrument())
                .thenComparing(state -> state.text().place());
        if (key.equals("due"))
            return Comparator.comparing((OracleState state) -> end(state) == null ? LocalDate.MAX : end(state))
                    .thenComparing(byPlace);
        if (key.equals("reportDue"))
            return Comparator.comparing((OracleState state) -> state.reportDue())
                    .thenComparing(byPlace);
        if (key.equals("code")) return byPlace;
        Map<String, Instant> at = new TreeMap<>();
        for (String code : codes()) {
            CommitmentEvent origin = oracle(code).origin(day, known);
            if (origin != null) at.put(code, origin.recorded().at());
        }
        return Comparator.comparing((OracleState state) -> at.get(state.text().code()))
                .thenComparing(byPlace);
    }

    private static boolean matches(
            OracleState state, Dimension dimension, Map<Dimension, List<String>> filter, LocalDate day) {
        if (dimension != Dimension.partyStatus)
            return values(state, dimension, day).stream().anyMatch(filter.get(dimension)::contains);
        return partiesInFilter(state, filter)
                .anyMatch(party -> filter.get(dimension).contains(state.partyStatus(party)));
    }

    /** The parties of a commitment that a filter by party selects. */
    private static Stream<String> partiesInFilter(OracleState state, Map<Dimension, List<String>> filter) {
        List<String> parties = filter.getOrDefault(Dimension.party, state.text().parties());
        return state.text().parties().stream().distinct().filter(parties::contains);
    }

    /** The counts of a list by one dimension or by two. */
    Map<List<String>, Long> counts(
            List<OracleState> list, List<Dimension> by, Map<Dimension, List<String>> filter, LocalDate day) {
        Map<List<String>, Long> counts = new TreeMap<>(Comparator.comparing(Object::toString));
        for (OracleState state : list) {
            Set<List<String>> cells = new java.util.LinkedHashSet<>();
            List<String> parties = by.contains(Dimension.party) || by.contains(Dimension.partyStatus)
                    ? partiesInFilter(state, filter)
                            .filter(party -> filter.getOrDefault(
                                            Dimension.partyStatus, List.of(state.partyStatus(party)))
                                    .contains(state.partyStatus(party)))
                            .toList()
                    : List.of("no matter which");
            for (String party : parties) {
                for (String first : groupValues(state, by.get(0), party, filter, day)) {
                    if (by.size() == 1) cells.add(List.of(first));
                    else
                        for (String second : groupValues(state, by.get(1), party, filter, day))
                            cells.add(List.of(first, second));
                }
            }
            cells.forEach(cell -> counts.merge(cell, 1L, Long::sum));
        }
        return counts;
    }

    private static Set<String> groupValues(
            OracleState state, Dimension by, String party, Map<Dimension, List<String>> filter, LocalDate day) {
        if (by == Dimension.party) return Set.of(party);
        if (by == Dimension.partyStatus) return Set.of(state.partyStatus(party));
        Set<String> values = new TreeSet<>(values(state, by, day));
        if (filter.containsKey(by)) values.retainAll(filter.get(by));
        return values;
    }

    private static Set<String> values(OracleState state, Dimension dimension, LocalDate day) {
        CommitmentText text = state.text();
        Set<String> values = new TreeSet<>();
        switch (dimension) {
            case instrument -> values.add(text.instrument());
            case primaryArea -> values.add(state.area());
            case area -> {
                values.add(state.area());
                values.addAll(state.otherAreas());
            }
            case owner -> {
                if (text.owner().how() != OwnerHow.not_stated || state.assigned() == null)
                    values.add(text.owner().how().name());
                if (text.owner().parties() != null) values.addAll(text.owner().parties());
                if (state.assigned() != null) values.add(state.assigned().party());
            }
            case party -> values.addAll(text.parties());
            case reporter -> values.addAll(state.reporters());
            case partyStatus -> text.parties().forEach(party -> values.add(state.partyStatus(party)));
            case status -> values.add(state.status().name());
            case kind -> values.add(text.kind().name());
            case obligation -> values.add(text.obligation().name());
            case assurance -> values.add(state.assurance().name());
            case assessment -> values.add(state.assessment().name());
            case schedule -> values.add(ExpectedAnswer.of(state, day).schedule().name());
            case freshness ->
                values.add(ExpectedAnswer.of(state, day).freshness().name());
        }
        return values;
    }

    /** A value of a dimension that a commitment of the register has, for a filter. */
    String value(Dimension dimension, RandomInputs random, LocalDate day, long known) {
        List<String> values = list(Map.of(), "code", day, known).stream()
                .flatMap(state -> values(state, dimension, day).stream())
                .distinct()
                .sorted()
                .toList();
        return values.isEmpty() ? fallback(dimension) : random.oneOf(values);
    }

    private static String fallback(Dimension dimension) {
        return switch (dimension) {
            case area, primaryArea -> "AI";
            case owner, party, reporter -> "CN";
            case instrument -> "CNS-2025";
            default -> dimension.enumValues().orElseThrow().get(0);
        };
    }

    /** Sequence of the last entry that was recorded by a moment. */
    long revisionAt(Instant moment) {
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

    private static LocalDate end(OracleState state) {
        return state.timeFrame() == null ? null : state.timeFrame().to();
    }
}
