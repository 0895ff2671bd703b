package org.servanda.commitments.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.ledger.Entry;
import org.servanda.text.JsonText;

/** What the ledger says about one commitment, as known at a revision: what counts, nothing that waits or was returned. */
public final class CommitmentEntries {

    /**
     * A better reading of the text.
     *
     * @param fields that it read otherwise
     */
    public record TextCorrection(Entry entry, List<String> fields) {}

    private final List<Entry> source;
    private final List<Entry> entries;

    /**
     * @param source entries about its instrument, in the order of the ledger
     * @param entries those about itself, likewise
     */
    CommitmentEntries(List<Entry> source, List<Entry> entries) {
        this.source = source;
        this.entries = entries;
    }

    /** In the order of the ledger. */
    public List<Entry> entries() {
        return entries;
    }

    /** The last entry by which its text was read. */
    public Entry lastTextEntry() {
        return entries.stream()
                .filter(CommitmentEntries::reads)
                .reduce((former, next) -> next)
                .orElseThrow();
    }

    /** How its status, and those of its parties, moved up to a day, in the order of the world. */
    public List<StatusTransition> statusTransitions(LocalDate last) {
        // Without a report everything stands as the text says.
        if (entries.stream().noneMatch(entry -> entry.kind().equals(CommitmentEntryKinds.ACCEPTED))) return List.of();
        List<Entry> known = new ArrayList<>(source);
        known.addAll(entries);
        known.sort(Comparator.comparing(Entry::sequence));
        return new StatusTransitions(known).until(last);
    }

    /** Each time that its text was read again, in the order of the ledger. */
    public List<TextCorrection> textCorrections() {
        List<TextCorrection> all = new ArrayList<>();
        Entry former = null;
        for (Entry entry : entries.stream().filter(CommitmentEntries::reads).toList()) {
            if (former != null) all.add(new TextCorrection(entry, differences(former, entry)));
            former = entry;
        }
        return all;
    }

    private static boolean reads(Entry entry) {
        return entry.kind().equals(CommitmentEntryKinds.RECORDED)
                || entry.kind().equals(CommitmentEntryKinds.CORRECTED);
    }

    private static List<String> differences(Entry former, Entry next) {
        JsonNode was = JsonText.readAt(former.body(), "", JsonNode.class);
        JsonNode is = JsonText.readAt(next.body(), "", JsonNode.class);
        TreeSet<String> names = new TreeSet<>();
        was.fieldNames().forEachRemaining(names::add);
        is.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> Objects.equals(was.get(name), is.get(name)));
        return List.copyOf(names);
    }
}
