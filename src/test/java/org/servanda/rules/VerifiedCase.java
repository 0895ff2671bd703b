package org.servanda.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.erdtman.jcs.JsonCanonicalizer;

import org.servanda.testing.CompiledVerifier;

/**
 * A commitment as entries tell it to the verifier, line by line. It was adopted on 1 January 2025, binds TH, SG and VN, and its
 * text says {@code declared} since 10 October 2024. Days are of 2026 where no year is named. Reports are U1, U2 …,
 * assessments A1, A2 … in the order of their recording.
 *
 * <p>What is said beside day and status is given as names and values in turn; a null takes the field away, {@code evidence}
 * is a number of items.
 */
final class VerifiedCase {

    private static final Method READ = CompiledVerifier.method("Entry", "read", String.class, String.class);
    private static final Method FACT = CompiledVerifier.method("CommitmentEvent", "of", CompiledVerifier.type("Entry"));
    private static final Method ON = CompiledVerifier.method("Replay", "on", LocalDate.class);
    private static final Method ORIGIN = CompiledVerifier.method("Replay", "origin", LocalDate.class);
    private static final Method ROW = CompiledVerifier.method(
            "StatusRow",
            "of",
            CompiledVerifier.type("CommitmentState"),
            CompiledVerifier.type("CommitmentEvent"),
            LocalDate.class,
            CompiledVerifier.type("Labels"),
            String.class);

    private final List<Object> facts = new ArrayList<>();

    /** By the number of entries known. */
    private final Map<Integer, Object> replays = new HashMap<>();

    private int updates;
    private int assessments;
    private int added;

    VerifiedCase() {
        adopted("2025-01-01", 90);
        read("declared", "2024-10-10");
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day.length() == "03-31".length() ? "2026-" + day : day);
    }

    VerifiedCase adopted(String day, int interval) {
        ObjectNode body = object();
        ObjectNode view = body.putObject("view").put("reportingIntervalDays", interval);
        view.putObject("adopted").put("date", day(day).toString());
        return say("instrument/ACJS-2024", "corrected", null, body);
    }

    /** The text, read (again). */
    VerifiedCase read(String status, String since, Object... more) {
        ObjectNode body = object();
        body.put("code", "ACJS-2024.III.2").put("instrument", "ACJS-2024").put("place", 2);
        body.putObject("title").put("zh", "\u627f\u8bfa").put("en", "A pledge");
        body.put("area", "AI").put("kind", "action").put("obligation", "will");
        body.putArray("otherAreas");
        body.putArray("passages");
        body.putArray("parties").add("TH").add("SG").add("VN");
        body.putObject("owner").put("how", "not_stated").putArray("parties");
        body.put("status", status);
        body.putObject("statusBasis").put("effectiveOn", day(since).toString()).put("confidence", "high");
        return say("commitment/ACJS-2024.III.2", "corrected", null, with(body, more));
    }

    VerifiedCase edit(String day, Object... more) {
        return say("commitment/ACJS-2024.III.2", "edited", day, with(object(), more));
    }

    VerifiedCase lead(String day, String party) {
        return edit(day, "assigned", object().put("party", party));
    }

    VerifiedCase rule(String day, String rule) {
        return edit(day, "rollUp", rule);
    }

    /** An update of the secretariat. */
    VerifiedCase sec(String day, String status, Object... more) {
        return report("secretariat/someone", day, status, more);
    }

    /** An update of a party's focal point, which the secretariat accepted. */
    VerifiedCase focal(String party, String day, String status, Object... more) {
        return report("contributor/" + party + "/someone", day, status, more);
    }

    private VerifiedCase report(String by, String day, String status, Object... more) {
        ObjectNode body = object().put("id", "U" + ++updates)
                .put("status", status)
                .put("submittedBy", by)
                .put("decidedBy", "secretariat/other");
        body.putObject("narrative").put("en", "What happened.");
        return say("commitment/ACJS-2024.III.2", "accepted", day, with(body, more));
    }

    VerifiedCase assess(String day, String result, Object... more) {
        ObjectNode body = object().put("id", "A" + ++assessments).put("result", result);
        return say("commitment/ACJS-2024.III.2", "assessed", day, with(body, more));
    }

    VerifiedCase evidence(String day, Object... more) {
        ObjectNode body = object().put("id", "E" + ++added);
        body.putObject("evidence").put("url", "https://example.org/e");
        return say("commitment/ACJS-2024.III.2", "evidence", day, with(body, more));
    }

    VerifiedCase milestone(String id, String day, Object... more) {
        return say("commitment/ACJS-2024.III.2", "milestone", day, with(object().put("id", id), more));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode with(ObjectNode body, Object... more) {
        ArrayNode cleared = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < more.length; i += 2) {
            String name = (String) more[i];
            Object value = more[i + 1];
            if (value == null) cleared.add(name);
            else if (name.equals("evidence")) items(body.putArray(name), (int) value);
            else body.putPOJO(name, value);
        }
        if (!cleared.isEmpty()) body.set("cleared", cleared);
        return body;
    }

    private static void items(ArrayNode list, int items) {
        for (int i = 0; i < items; i++) list.addObject().put("url", "https://example.org/" + i);
    }

    private VerifiedCase say(String subject, String kind, String day, ObjectNode body) {
        long number = facts.size() + 1L;
        ObjectNode line = object().put("sequence", number)
                .put(
                        "recordedAt",
                        Instant.parse("2026-01-01T00:00:00Z")
                                .plusSeconds(number)
                                .toString())
                .put("actor", "secretariat/someone")
                .put("salt", "0123456789abcdef".repeat(2))
                .put("subject", subject)
                .put("kind", kind)
                .put("body", canonical(body));
        if (day != null) line.put("effectiveOn", day(day).toString());
        facts.add(CompiledVerifier.call(
                null, FACT, CompiledVerifier.call(null, READ, canonical(line), "line " + number)));
        return this;
    }

    private static String canonical(ObjectNode node) {
        try {
            return new JsonCanonicalizer(node.toString()).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many entries there are. */
    int entries() {
        return facts.size();
    }

    /** What is known now of a day. */
    VerifiedState on(String day) {
        return known(facts.size(), day);
    }

    /** What was known of a day after the first entries. */
    VerifiedState known(int entries, String day) {
        Object standing = standing(entries, day);
        if (standing == null) return null;
        Object origin = CompiledVerifier.call(replay(entries), ORIGIN, day(day));
        Object labels = made("Labels", String.class, "en");
        Object row = CompiledVerifier.call(null, ROW, standing, origin, day(day), labels, "a row");
        return new VerifiedState(
                standing, (Map<?, ?>) CompiledVerifier.call(row, CompiledVerifier.method("StatusRow", "cells")));
    }

    /** The state of a day after the first entries, to be compared; null when it was not there. */
    Object standing(int entries, String day) {
        return CompiledVerifier.call(replay(entries), ON, day(day));
    }

    private Object replay(int entries) {
        return replays.computeIfAbsent(
                entries, some -> made("Replay", List.class, List.copyOf(facts.subList(0, some))));
    }

    private static Object made(String type, Class<?> parameter, Object of) {
        try {
            Constructor<?> constructor = CompiledVerifier.type(type).getDeclaredConstructor(parameter);
            constructor.setAccessible(true);
            return constructor.newInstance(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** State of a commitment on a day, as the verifier replays it. */
    record VerifiedState(Object standing, Map<?, ?> cells) {

        /** A cell of the status report; days and numbers as texts, null when it is empty. */
        String cell(String column) {
            return text(cells.get(column));
        }

        String status() {
            return cell("status");
        }

        String assurance() {
            return cell("assurance");
        }

        /** Status and the day since when. */
        String course() {
            return status() + " " + cell("statusSince");
        }

        /** A value and the day of the update that said it. */
        String percent() {
            return cell("percent") + " " + cell("percentOn");
        }

        String of(String party) {
            return text(CompiledVerifier.call(
                    standing, CompiledVerifier.method("CommitmentState", "statusOf", String.class), party));
        }

        List<?> reporters() {
            return (List<?>) CompiledVerifier.call(standing, CompiledVerifier.method("CommitmentState", "reporters"));
        }

        /** What is told of a party, by the name of the component; null when nothing is. */
        String party(String party, String component) {
            Map<?, ?> parties =
                    (Map<?, ?>) CompiledVerifier.call(standing, CompiledVerifier.method("CommitmentState", "parties"));
            Object course = parties.get(party);
            return course == null
                    ? null
                    : text(CompiledVerifier.call(course, CompiledVerifier.method("Progress", component)));
        }

        String successor() {
            Object course = CompiledVerifier.call(standing, CompiledVerifier.method("CommitmentState", "whole"));
            return text(CompiledVerifier.call(course, CompiledVerifier.method("Progress", "successor")));
        }

        boolean stated() {
            return (boolean) CompiledVerifier.call(standing, CompiledVerifier.method("CommitmentState", "byText"));
        }

        private static String text(Object value) {
            return value == null ? null : value.toString();
        }
    }
}
