package org.servanda.commitments.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.LastUpdate;
import org.servanda.commitments.Owner;
import org.servanda.commitments.RollUp;
import org.servanda.commitments.Schedule;
import org.servanda.commitments.Status;
import org.servanda.commitments.standings.RandomInputs;
import org.servanda.commitments.timeline.CommitmentEvent.Assessed;
import org.servanda.commitments.timeline.CommitmentEvent.Edited;
import org.servanda.commitments.timeline.CommitmentEvent.EvidenceAdded;
import org.servanda.commitments.timeline.CommitmentEvent.InstrumentRecorded;
import org.servanda.commitments.timeline.CommitmentEvent.MilestoneStated;
import org.servanda.commitments.timeline.CommitmentEvent.TextRecorded;
import org.servanda.commitments.timeline.CommitmentEvent.UpdateAccepted;
import org.servanda.testing.CompiledVerifier;
import org.servanda.testing.RandomSize;
import org.servanda.text.Bilingual;
import org.servanda.text.JsonText;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The verifier works out where a commitment stood by rules of its own, from the entries alone. On tales of chance, on every
 * day, as known after every entry, it must come to what the register says.
 */
class VerifiedReplayTest {

    private static final Method READ = CompiledVerifier.method("Entry", "read", String.class, String.class);
    private static final Method FACT = CompiledVerifier.method("CommitmentEvent", "of", CompiledVerifier.type("Entry"));
    private static final Method ON = CompiledVerifier.method("Replay", "on", LocalDate.class);
    private static final Method ORIGIN = CompiledVerifier.method("Replay", "origin", LocalDate.class);
    private static final Method REPORTERS = CompiledVerifier.method("CommitmentState", "reporters");
    private static final Method OF_PARTY = CompiledVerifier.method("CommitmentState", "statusOf", String.class);
    private static final Method ROW = CompiledVerifier.method(
            "StatusRow",
            "of",
            CompiledVerifier.type("CommitmentState"),
            CompiledVerifier.type("CommitmentEvent"),
            LocalDate.class,
            CompiledVerifier.type("Labels"),
            String.class);
    private static final Method CELLS = CompiledVerifier.method("StatusRow", "cells");

    private static Object made(String type, Class<?> parameter, Object of) {
        try {
            Constructor<?> constructor = CompiledVerifier.type(type).getDeclaredConstructor(parameter);
            constructor.setAccessible(true);
            return constructor.newInstance(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String canonical(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entry that says a fact, as a bundle has it. */
    private static String line(CommitmentEvent event) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("sequence", event.recorded().sequence());
        fields.put("recordedAt", event.recorded().at().toString());
        fields.put("actor", "a test");
        fields.put("salt", "0123456789abcdef".repeat(2));
        String subject = "commitment/ACJS-2024.III.2";
        if (event instanceof InstrumentRecorded recorded) {
            subject = "instrument/ACJS-2024";
            says(fields, "corrected", null, instrument(recorded));
        } else if (event instanceof TextRecorded recorded)
            says(fields, "corrected", null, JsonText.write(recorded.text()));
        else if (event instanceof Edited recorded)
            says(fields, "edited", recorded.effectiveOn(), JsonText.write(recorded.edit()));
        else if (event instanceof UpdateAccepted recorded)
            says(fields, "accepted", recorded.effectiveOn(), JsonText.write(recorded.update()));
        else if (event instanceof Assessed recorded)
            says(fields, "assessed", recorded.effectiveOn(), JsonText.write(recorded.outcome()));
        else if (event instanceof EvidenceAdded recorded)
            says(fields, "evidence", recorded.effectiveOn(), JsonText.write(recorded.evidence()));
        else if (event instanceof MilestoneStated recorded)
            says(fields, "milestone", recorded.effectiveOn(), JsonText.write(recorded.statement()));
        fields.put("subject", subject);
        return canonical(fields.toString());
    }

    private static String instrument(InstrumentRecorded recorded) {
        return "{\"view\":{\"adopted\":{\"date\":\"%s\"},\"reportingIntervalDays\":%d}}"
                .formatted(recorded.adopted(), recorded.reportingIntervalDays());
    }

    private static void says(ObjectNode fields, String kind, LocalDate on, String body) {
        fields.put("kind", kind);
        if (on != null) fields.put("effectiveOn", on.toString());
        fields.put("body", canonical(body));
    }

    private static Object read(CommitmentEvent event) {
        return CompiledVerifier.call(null, FACT, CompiledVerifier.call(null, READ, line(event), "a line"));
    }

    /** What the register says of a day, by the column of the report; labels are the words themselves. */
    private static Map<String, Object> expected(CommitmentState state, StateVersion version, LocalDate day) {
        CommitmentText commitmentText = state.details().text();
        Progress progress = state.progress();
        Map<String, Object> cells = new HashMap<>();
        bilingual(cells, "title", commitmentText.title());
        cells.put("area", commitmentText.area());
        cells.put("otherAreas", commitmentText.otherAreas());
        Owner.Assigned lead = state.details().assigned();
        cells.put("ownerAssigned", lead == null ? null : lead.party());
        cells.put("ownerAssignedSince", lead == null ? null : lead.since());
        LocalDate end = commitmentText.timeFrame() == null
                ? null
                : commitmentText.timeFrame().to();
        cells.put("timeFrameTo", end);
        cells.put("status", progress.status().name());
        cells.put("statusLabel", progress.status().name());
        cells.put("statusSince", progress.since());
        cells.put(
                "percent",
                progress.percent() == null ? null : progress.percent().longValue());
        cells.put(
                "schedule",
                Schedule.of(progress.status(), progress.since(), end, day).name());
        cells.put("freshness", progress.freshness(day).name());
        cells.put("assurance", progress.assurance().name());
        cells.put("assessment", progress.assessed().name());
        LastUpdate last = progress.lastUpdate();
        cells.put("lastReport", last == null ? null : last.id());
        cells.put("lastReportOn", last == null ? null : last.effectiveOn());
        cells.put("lastReportRecordedAt", last == null ? null : last.recordedAt());
        cells.put("lastReportParty", last == null ? null : last.party());
        bilingual(cells, "lastReport", last == null ? null : last.narrative());
        cells.put("evidenceCount", (long) progress.evidence());
        cells.put("entry", version.revision());
        cells.put("recordedAt", version.at());
        cells.put("percentOn", progress.percentOn());
        return cells;
    }

    private static void bilingual(Map<String, Object> cells, String name, Bilingual text) {
        cells.put(name + "Zh", text == null ? null : text.zh());
        cells.put(name + "En", text == null ? null : text.en());
    }

    /** Days on which anything changes, those beside them, and some far from them. */
    private static TreeSet<LocalDate> days(List<CommitmentEvent> events) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (CommitmentEvent event : events) {
            LocalDate day = null;
            if (event instanceof InstrumentRecorded recorded) day = recorded.adopted();
            if (event instanceof Edited recorded) day = recorded.effectiveOn();
            if (event instanceof UpdateAccepted recorded) day = recorded.effectiveOn();
            if (event instanceof Assessed recorded) day = recorded.effectiveOn();
            if (event instanceof EvidenceAdded recorded) day = recorded.effectiveOn();
            if (event instanceof MilestoneStated recorded) day = recorded.effectiveOn();
            if (day == null) continue;
            days.add(day);
            days.add(day.minusDays(1));
            days.add(day.plusDays(120));
        }
        return days;
    }

    private static int compare(List<CommitmentEvent> events) {
        Object labels = made("Labels", String.class, "en");
        TreeSet<LocalDate> days = days(events);
        List<Object> read = new ArrayList<>();
        List<BitemporalState> open = List.of();
        int compared = 0;
        for (int known = 1; known <= events.size(); known++) {
            open = BitemporalState.openAfter(open, events.subList(0, known));
            read.add(read(events.get(known - 1)));
            Object replay = made("Replay", List.class, List.copyOf(read));
            for (LocalDate day : days) {
                String where = "on " + day + " as known after " + known + " of " + events;
                Optional<BitemporalState> there = open.stream()
                        .filter(each -> !day.isBefore(each.from()) && day.isBefore(each.to()))
                        .findFirst();
                Object standing = CompiledVerifier.call(replay, ON, day);
                if (there.isEmpty()) {
                    assertNull(standing, where);
                    continue;
                }
                Object origin = CompiledVerifier.call(replay, ORIGIN, day);
                Object row = CompiledVerifier.call(null, ROW, standing, origin, day, labels, "a row");
                Map<?, ?> cells = (Map<?, ?>) CompiledVerifier.call(row, CELLS);
                CommitmentState state = there.get().state();
                expected(state, there.get().origin(), day)
                        .forEach((column, value) -> assertEquals(value, cells.get(column), column + " " + where));
                assertEquals(state.details().reporters(), CompiledVerifier.call(standing, REPORTERS), where);
                for (String party : state.details().text().parties())
                    assertEquals(
                            state.progress()
                                    .ofParty(party)
                                    .map(its -> its.status().name())
                                    .orElse("not_reported"),
                            CompiledVerifier.call(standing, OF_PARTY, party),
                            where);
                compared++;
            }
        }
        return compared;
    }

    @ParameterizedTest
    @CsvSource({"1, 6, 25, 40", "1000, 40, 12, 12", "5000, 1, 45, 80"})
    void itComesToWhatTheRegisterSays(long seed, int tales, int usual, int thorough) {
        int most = RandomSize.of(usual, thorough);
        int compared = 0;
        for (int tale = 0; tale < tales; tale++)
            compared += compare(RandomEvents.generate(new RandomInputs(seed + tale), most));
        assertTrue(compared > 1_000, "only " + compared + " states were compared");
    }

    @Test
    void evidenceFoundLaterAndAReportPutRightAreTakenAsTheRegisterTakesThem() {
        List<CommitmentEvent> events = EventBuilder.ofOneCommitment()
                .updated(EventBuilder.day(1, 10), "U1", Status.in_progress)
                .rolledUp(EventBuilder.day(1, 20), RollUp.all)
                .updatedForParty(EventBuilder.day(2, 1), "U2", "LA", Status.completed)
                .corrected(EventBuilder.day(1, 10), "U3", Status.preparing, "U1")
                .updatedWithEvidence(EventBuilder.day(3, 1), "U4", Status.operational)
                .rolledUp(EventBuilder.day(4, 1), RollUp.lead)
                .events();
        assertTrue(compare(events) > 50);
    }
}
