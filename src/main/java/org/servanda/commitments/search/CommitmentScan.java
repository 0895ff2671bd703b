package org.servanda.commitments.search;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.servanda.commitments.filters.KeysetPosition;
import org.servanda.commitments.filters.SortOrder;
import org.servanda.commitments.standings.CommitmentView;
import org.servanda.commitments.standings.Standing;
import org.servanda.commitments.standings.Standings;
import org.servanda.commitments.timeline.CommitmentState;
import org.servanda.ledger.ReadPoint;

/** Iterates over all commitments of a filter, by code; memory does not grow with their number. */
@ApplicationScoped
public class CommitmentScan {

    /** Few enough to keep in memory with all texts, enough that a query costs little for each commitment. */
    private static final int BATCH_SIZE = 500;

    /**
     * One commitment of the scan.
     *
     * @param place its sort key: instrument, then place in the document
     * @param view without its links
     * @param reportedFor codes of the parties bound that have a status
     * @param overdueBy codes of the parties whose update is overdue
     */
    public record ScannedCommitment(
            String place, CommitmentView view, Set<String> reportedFor, Set<String> overdueBy) {}

    private final ListRequestParser listRequestParser;
    private final Standings standings;
    private final EntityManager entities;

    CommitmentScan(ListRequestParser listRequestParser, Standings standings, EntityManager entities) {
        this.listRequestParser = listRequestParser;
        this.standings = standings;
        this.entities = entities;
    }

    /** @throws ProblemException for a filter that cannot be read or names a code that does not exist */
    public CommitmentSelection of(FilterParameters filter, ReadPoint at) {
        return new CommitmentSelection(listRequestParser.filter(filter, at));
    }

    /** The commitments, by code. In the caller's transaction, whose persistence context is cleared after each batch. */
    public Iterator<ScannedCommitment> iterator(CommitmentSelection selection) {
        return new ScanIterator(selection);
    }

    private final class ScanIterator implements Iterator<ScannedCommitment> {

        private final CommitmentSelection selection;
        private List<Standing> page = List.of();
        private int next;
        private boolean last;

        private ScanIterator(CommitmentSelection selection) {
            this.selection = selection;
        }

        @Override
        public boolean hasNext() {
            if (next == page.size() && !last) readNextPage();
            return next < page.size();
        }

        @Override
        public ScannedCommitment next() {
            if (!hasNext()) throw new NoSuchElementException();
            Standing standing = page.get(next++);
            LocalDate day = selection.at().asOf();
            CommitmentState state = standing.state();
            return new ScannedCommitment(
                    standing.sortKey(), standing.view(null, day), state.reportedFor(), state.overdueBy(day));
        }

        private void readNextPage() {
            Optional<KeysetPosition> position = page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page.get(page.size() - 1))
                            .map(end -> new KeysetPosition(end.sortKey(), end.sortKey()));
            page = standings.page(selection.filter(), SortOrder.DEFAULT, position, BATCH_SIZE);
            next = 0;
            last = page.size() < BATCH_SIZE;
            // The details were fetched with the rows; without this the persistence context would grow to the whole
            // register.
            entities.clear();
        }
    }
}
