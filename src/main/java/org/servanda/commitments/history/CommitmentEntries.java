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

/** The ledger entries about one commitment up to a revision, without updates that wait or were returned. */
public final class CommitmentEntries {

    /**
     * A corrected reading of the text.
     *
     * @param fields names of the fields that differ from the reading before
     */
    public record TextCorrection(Entry entry, List<String> fields) {}

    private final List<Entry> instrumentEntries;
    private final List<Entry> entries;

    /**
     * @param instrumentEntries entries about its instrument, in recorded order
     * @param entries entries about the commitment, in recorded order
     */
    CommitmentEntries(List<Entry> instrumentEntries, List<Entry> entries) {
        this.instrumentEntries = instrumentEntries;
        this.entries = entries;
    }

    /** The entries in recorded order. */
    public List<Entry> entries() {
        return entries;
    }

    /** The last entry that reads the text. */
    public Entry lastTextEntry() {
        return entries.stream()
                .filter(CommitmentEntries::readsText)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** The status transitions of the commitment and its parties up to a day, by effective date. */
    public List<StatusTransition> statusTransitions(LocalDate last) {
        // Without an update everything stands as the text says.
        if (entries.stream().noneMatch(entry -> entry.kind().equals(CommitmentEntryKinds.ACCEPTED))) return List.of();
        List<Entry> recorded = new ArrayList<>(instrumentEntries);
        recorded.addAll(entries);
        recorded.sort(Comparator.comparing(Entry::sequence));
        return new StatusTransitions(recorded).until(last);
    }

    /** The corrected readings of the text, in recorded order. */
    public List<TextCorrection> textCorrections() {
        List<TextCorrection> corrections = new ArrayList<>();
        Entry previous = null;
        for (Entry entry : entries.stream().filter(CommitmentEntries::readsText).toList()) {
            if (previous != null) corrections.add(new TextCorrection(entry, differences(previous, entry)));
            previous = entry;
        }
        return corrections;
    }

    private static boolean readsText(Entry entry) {
        return entry.kind().equals(CommitmentEntryKinds.RECORDED)
                || entry.kind().equals(CommitmentEntryKinds.CORRECTED);
    }

    private static List<String> differences(Entry previous, Entry next) {
        JsonNode before = JsonText.readAt(previous.body(), "", JsonNode.class);
        JsonNode after = JsonText.readAt(next.body(), "", JsonNode.class);
        TreeSet<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        return List.copyOf(names);
    }
}
