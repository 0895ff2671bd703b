package org.servanda.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The verification of the report: rows, entries and proofs are read side by side, so that memory does not grow with the
 * bundle. The entries of each commitment are read, proved, replayed and compared with its row, and then forgotten.
 */
final class ReportVerification {

    private final BundleZip zip;
    private final Manifest manifest;
    private final Checkpoint checkpoint;
    private final Labels labels;
    private final Filter filter;
    private final Map<String, List<CommitmentEvent>> instruments = new HashMap<>();
    private EntryReader entries;

    ReportVerification(BundleZip zip, Manifest manifest, Checkpoint checkpoint) {
        this.zip = zip;
        this.manifest = manifest;
        this.checkpoint = checkpoint;
        labels = new Labels(manifest.lang());
        filter = Filter.parse(manifest.filter());
    }

    void verify() throws IOException {
        try (MemberStream entryBytes = zip.open("entries.ndjson");
                MemberStream proofBytes = zip.open("proofs.ndjson");
                MemberStream csvBytes = zip.open("report.csv");
                MemberStream jsonBytes = zip.open("report.json")) {
            entries = new EntryReader(entryBytes, proofBytes, manifest, checkpoint);
            CsvReportReader csv = new CsvReportReader(csvBytes);
            JsonReportReader json = new JsonReportReader(jsonBytes, manifest);
            csv.requireHeader(StatusRow.COLUMNS);
            readReference();
            Set<Long> reference = new HashSet<>(manifest.reference());
            StatusRow last = null;
            for (int i = 0; i < manifest.items().size(); i++) {
                StatusRow row = row(i, reference);
                if (last != null) row.requireBehind(last);
                last = row;
                csv.requireRow(row);
                json.requireRow(row);
            }
            csv.requireEnd(manifest.items().size());
            json.requireEnd(manifest.items().size());
            entries.requireEnd();
            for (MemberStream member : List.of(entryBytes, proofBytes, csvBytes, jsonBytes))
                member.requireDigest(manifest);
        }
    }

    /** How many entries were proved. */
    long entryCount() {
        return entries.count();
    }

    /** Whether the filter searches for words, which no entry proves. */
    boolean searchesWords() {
        return filter.searchesWords();
    }

    /** Reads the entries that many rows rest on: instruments, and the labels of words. */
    private void readReference() throws IOException {
        for (long number : manifest.reference()) {
            Entry entry = entries.next(number);
            String type = entry.subjectType();
            switch (type) {
                case "instrument" ->
                    instruments
                            .computeIfAbsent(entry.code(), code -> new ArrayList<>())
                            .add(CommitmentEvent.of(entry));
                case "area", "vocabulary" -> labels.learn(entry);
                default ->
                    throw new RefusedException(
                            entry.place() + " subject", "is of no kind that many rows rest on: " + type);
            }
        }
    }

    private StatusRow row(int index, Set<Long> reference) throws IOException {
        Manifest.Item item = manifest.items().get(index);
        String place = "row " + (index + 1) + " (" + item.code() + ")";
        List<CommitmentEvent> events = new ArrayList<>();
        for (long number : item.entries()) if (!reference.contains(number)) events.add(nextEvent(number, item.code()));
        List<CommitmentEvent> instrument = instrument(events, item.code(), place);
        List<Long> listed = new ArrayList<>(item.entries());
        listed.removeIf(number -> !reference.contains(number));
        List<Long> present = instrument.stream().map(CommitmentEvent::entry).toList();
        if (!listed.equals(present))
            throw new RefusedException(
                    "manifest.json item " + (index + 1),
                    "names entries " + listed + " of its instrument, in the bundle are " + present);
        events.addAll(instrument);
        events.sort(Comparator.comparing(CommitmentEvent::entry));
        requireOrder(events);
        requireReferredEvents(events);
        try {
            return replay(events, item.code(), place);
        } catch (RefusedException e) {
            throw e.place().equals(place) ? e : new RefusedException(place + ", " + e.place(), e.getMessage());
        }
    }

    private CommitmentEvent nextEvent(long number, String code) throws IOException {
        Entry entry = entries.next(number);
        if (!entry.subject().equals("commitment/" + code))
            throw new RefusedException(
                    entry.place() + " subject", "is " + entry.subject() + ", expected commitment/" + code);
        return CommitmentEvent.of(entry);
    }

    private StatusRow replay(List<CommitmentEvent> events, String code, String place) {
        Replay replay = new Replay(events);
        CommitmentState state = replay.on(manifest.asOf());
        if (state == null)
            throw new RefusedException(place, "by its entries there was no such commitment on " + manifest.asOf());
        StatusRow row = StatusRow.of(state, replay.origin(manifest.asOf()), manifest.asOf(), labels, place);
        if (!row.text("code").equals(code))
            throw new RefusedException(place, "by its entries it is " + row.text("code"));
        filter.require(row, state, place);
        return row;
    }

    /** The events of the instrument that the commitment is written in. */
    private List<CommitmentEvent> instrument(List<CommitmentEvent> events, String code, String place) {
        String instrument = null;
        for (CommitmentEvent event : events) {
            if (!event.recordsText()) continue;
            String named = event.body().text("instrument");
            if (instrument != null && !instrument.equals(named))
                throw new RefusedException(
                        place, "its entries put it into two instruments, " + instrument + " and " + named);
            instrument = named;
        }
        if (instrument == null)
            throw new RefusedException(place, "no entry in the bundle says what " + code + " promises");
        if (!instruments.containsKey(instrument))
            throw new RefusedException(place, "no entry in the bundle is about its instrument " + instrument);
        return instruments.get(instrument);
    }

    /** Recorded times never run back. */
    private static void requireOrder(List<CommitmentEvent> events) {
        for (int i = 1; i < events.size(); i++) {
            CommitmentEvent before = events.get(i - 1);
            CommitmentEvent event = events.get(i);
            if (!before.recordedAt().isBefore(event.recordedAt()))
                throw new RefusedException(
                        event.body().place(),
                        "was recorded at " + event.recordedAt() + ", not after entry " + before.entry());
        }
    }

    /** An event that another one corrects or backs must be in the bundle: else it may have been left out. */
    private static void requireReferredEvents(List<CommitmentEvent> events) {
        Set<String> known = new HashSet<>();
        for (CommitmentEvent event : events) {
            for (String field : List.of("corrects", "backs")) {
                String id = event.hasDay() ? event.body().textOr(field) : null;
                if (id != null && !known.contains(id))
                    throw new RefusedException(
                            event.body().place() + " " + field, "names " + id + ", of which there is no entry before");
            }
            if (event.body().has("id")) known.add(event.id());
        }
    }
}
