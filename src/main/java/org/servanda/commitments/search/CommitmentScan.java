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

/** Walks all commitments of a filter in the order of their codes, however many they are, in little memory. */
@ApplicationScoped
public class CommitmentScan {

    /** Few enough to keep in memory with all their texts, enough that a question to the store costs little for each. */
    private static final int AT_ONCE = 500;

    /**
     * A commitment on the way.
     *
     * @param place by which it is sorted: instrument, then place in the document
     * @param view without its links
     * @param reportedFor codes of the parties bound that have a status
     * @param overdueBy codes of the parties by which a report is overdue
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

    /** @throws ProblemException for a filter that cannot be read or names what is not there */
    public CommitmentSelection of(FilterParameters filter, ReadPoint at) {
        return new CommitmentSelection(listRequestParser.filter(filter, at));
    }

    /** One commitment after the other; in the caller's transaction, which forgets on the way what it has read. */
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
            if (next == page.size() && !last) turn();
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

        private void turn() {
            Optional<KeysetPosition> behind = page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page.get(page.size() - 1))
                            .map(end -> new KeysetPosition(end.sortKey(), end.sortKey()));
            page = standings.page(selection.filter(), SortOrder.DEFAULT, behind, AT_ONCE);
            next = 0;
            last = page.size() < AT_ONCE;
            // Their details have come with them; what stays in the session would be all there is in the end.
            entities.clear();
        }
    }
}
