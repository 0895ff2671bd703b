package org.servanda.commitments.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.commitments.search.CommitmentScan;
import org.servanda.commitments.search.CommitmentScan.ScannedCommitment;
import org.servanda.commitments.search.CommitmentSelection;
import org.servanda.commitments.timeline.CommitmentEvent;
import org.servanda.ledger.Entries;
import org.servanda.ledger.Entry;

/** Scans all commitments of a filter with the ledger entries about each; one query reads the entries of a whole batch. */
@ApplicationScoped
public class CommitmentEntryScan {

    /** Number of commitments whose entries are in memory at a time; a power of two, as the query of the entries needs. */
    private static final int BATCH_SIZE = 128;

    /** Kinds of entries that do not count, or not yet, or are only for the parties concerned. */
    private static final List<String> EXCLUDED =
            List.of(CommitmentEntryKinds.SUBMITTED, CommitmentEntryKinds.NOTED, CommitmentEntryKinds.RETURNED);

    private final CommitmentScan scan;
    private final Entries entries;
    private final EntityManager session;

    CommitmentEntryScan(CommitmentScan scan, Entries entries, EntityManager session) {
        this.scan = scan;
        this.entries = entries;
        this.session = session;
    }

    /** Visits the commitments by code, in the caller's transaction; the persistence context is cleared after each batch. */
    public void forEach(CommitmentSelection selection, BiConsumer<ScannedCommitment, CommitmentEntries> consumer) {
        long revision = selection.at().revision();
        // Commitments of one instrument follow each other, so the entries of the last instrument are enough.
        Map<String, List<Entry>> instrumentEntries = new HashMap<>();
        Iterator<ScannedCommitment> iterator = scan.iterator(selection);
        while (iterator.hasNext()) {
            List<ScannedCommitment> batch = new ArrayList<>(BATCH_SIZE);
            while (iterator.hasNext() && batch.size() < BATCH_SIZE) batch.add(iterator.next());
            Map<String, List<Entry>> entriesBySubject = read(batch, revision);
            for (ScannedCommitment scannedCommitment : batch) {
                String instrument = scannedCommitment.view().instrument();
                if (!instrumentEntries.containsKey(instrument)) {
                    instrumentEntries.clear();
                    instrumentEntries.put(instrument, readInstrument(instrument, revision));
                }
                String subject =
                        CommitmentEntryKinds.subject(scannedCommitment.view().code());
                consumer.accept(
                        scannedCommitment,
                        new CommitmentEntries(
                                instrumentEntries.get(instrument), entriesBySubject.getOrDefault(subject, List.of())));
            }
            session.clear();
        }
    }

    private Map<String, List<Entry>> read(List<ScannedCommitment> batch, long revision) {
        List<String> subjects = batch.stream()
                .map(scannedCommitment ->
                        CommitmentEntryKinds.subject(scannedCommitment.view().code()))
                .toList();
        return entries.aboutAny(subjects, EXCLUDED, revision).stream().collect(Collectors.groupingBy(Entry::subject));
    }

    private List<Entry> readInstrument(String instrument, long revision) {
        return entries.aboutAny(List.of(CommitmentEvent.INSTRUMENT + instrument), EXCLUDED, revision);
    }
}
