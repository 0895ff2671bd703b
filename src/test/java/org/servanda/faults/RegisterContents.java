package org.servanda.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.servanda.testing.ProgramProcess;

/** The updates that the register holds, read through the API, and the contradictions among them. */
class RegisterContents {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<String>> idsByKey = new HashMap<>();
    private final Map<String, Set<String>> idsByCommitment = new HashMap<>();
    private final TreeMap<Long, Instant> recorded = new TreeMap<>();
    private final List<String> misfits = new ArrayList<>();
    private long revision;

    private RegisterContents() {}

    /**
     * @param from the revision before the first update
     * @param others entries since then that are not updates
     */
    static RegisterContents by(ProgramProcess service, long from, long others) throws InterruptedException {
        RegisterContents contents = new RegisterContents();
        contents.read(service);
        contents.compareWithLedger(from, others);
        for (String commitment : contents.idsByCommitment.keySet()) contents.compareWithHistory(service, commitment);
        return contents;
    }

    static long revision(ProgramProcess service) throws InterruptedException {
        return json(service, "/api/v1/commitments?limit=1").path("revision").asLong();
    }

    Set<String> keys() {
        return idsByKey.keySet();
    }

    /** Of the updates recorded for a key: one, if all is well. */
    List<String> ids(String key) {
        return idsByKey.getOrDefault(key, List.of());
    }

    /** What contradicts itself, in words. */
    List<String> misfits() {
        return misfits;
    }

    private void read(ProgramProcess service) throws InterruptedException {
        String cursor = "";
        while (cursor != null) {
            JsonNode page = json(service, "/api/v1/updates?limit=200" + cursor);
            page.path("items").forEach(this::add);
            revision = page.path("revision").asLong();
            cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : null;
        }
    }

    private void add(JsonNode update) {
        String id = update.path("id").asText();
        String key = update.path("narrative").path("en").asText();
        idsByKey.computeIfAbsent(key, unseen -> new ArrayList<>()).add(id);
        idsByCommitment
                .computeIfAbsent(update.path("commitment").asText(), unseen -> new HashSet<>())
                .add(id);
        if (update.path("percent").asInt() != ReportingClients.percent(key)) misfits.add(id + " is not what was sent");
        Instant at = Instant.parse(update.path("recordedAt").asText());
        if (recorded.put(update.path("entry").asLong(), at) != null) misfits.add(id + " shares its entry");
    }

    /** An update is one entry, entries have no gap, and time runs on from one to the next. */
    private void compareWithLedger(long from, long others) {
        long entries = revision - from;
        if (entries != recorded.size() + others)
            misfits.add(entries + " entries for " + recorded.size() + " reports and " + others + " other changes");
        if (!recorded.isEmpty() && (recorded.firstKey() <= from || recorded.lastKey() > revision))
            misfits.add("entries outside " + from + " to " + revision);
        Instant last = Instant.EPOCH;
        for (Map.Entry<Long, Instant> entry : recorded.entrySet()) {
            if (!entry.getValue().isAfter(last))
                misfits.add("entry " + entry.getKey() + " is not after the one before");
            last = entry.getValue();
        }
    }

    private void compareWithHistory(ProgramProcess service, String commitment) throws InterruptedException {
        Set<String> told = new HashSet<>();
        json(service, "/api/v1/commitments/" + commitment + "/history")
                .path("items")
                .findValuesAsText("update")
                .forEach(told::add);
        if (!told.equals(idsByCommitment.get(commitment)))
            misfits.add("the history of " + commitment + " names other reports");
    }

    private static JsonNode json(ProgramProcess service, String path) throws InterruptedException {
        try {
            return JSON.readTree(service.get(path));
        } catch (IOException e) {
            throw new UncheckedIOException("half an answer", e);
        }
    }
}
