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

/** Walks all commitments of a filter with what the ledger says about each, in few statements and little memory. */
@ApplicationScoped
public class CommitmentEntryScan {

    /** So many trails are in memory at a time; a power of two, as the statement that reads them has. */
    private static final int AT_ONCE = 128;

    /** What does not count, or not yet, and what is for those concerned only. */
    private static final List<String> BESIDE =
            List.of(CommitmentEntryKinds.SUBMITTED, CommitmentEntryKinds.NOTED, CommitmentEntryKinds.RETURNED);

    private final CommitmentScan scan;
    private final Entries entries;
    private final EntityManager session;

    CommitmentEntryScan(CommitmentScan scan, Entries entries, EntityManager session) {
        this.scan = scan;
        this.entries = entries;
        this.session = session;
    }

    /** In the order of codes; in the caller's transaction, which forgets on the way what it has read. */
    public void forEach(CommitmentSelection selection, BiConsumer<ScannedCommitment, CommitmentEntries> taker) {
        long revision = selection.at().revision();
        // They come one after the other, so that the last one's is asked for again and again.
        Map<String, List<Entry>> source = new HashMap<>();
        Iterator<ScannedCommitment> walk = scan.iterator(selection);
        while (walk.hasNext()) {
            List<ScannedCommitment> some = new ArrayList<>(AT_ONCE);
            while (walk.hasNext() && some.size() < AT_ONCE) some.add(walk.next());
            Map<String, List<Entry>> about = read(some, revision);
            for (ScannedCommitment scannedCommitment : some) {
                String instrument = scannedCommitment.view().instrument();
                if (!source.containsKey(instrument)) {
                    source.clear();
                    source.put(instrument, source(instrument, revision));
                }
                String subject =
                        CommitmentEntryKinds.subject(scannedCommitment.view().code());
                taker.accept(
                        scannedCommitment,
                        new CommitmentEntries(source.get(instrument), about.getOrDefault(subject, List.of())));
            }
            session.clear();
        }
    }

    private Map<String, List<Entry>> read(List<ScannedCommitment> some, long revision) {
        List<String> subjects = some.stream()
                .map(scannedCommitment ->
                        CommitmentEntryKinds.subject(scannedCommitment.view().code()))
                .toList();
        return entries.aboutAny(subjects, BESIDE, revision).stream().collect(Collectors.groupingBy(Entry::subject));
    }

    private List<Entry> source(String instrument, long revision) {
        return entries.aboutAny(List.of(CommitmentEvent.INSTRUMENT + instrument), BESIDE, revision);
    }
}
