package org.servanda.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.ReadPoint.Pinned;
import org.servanda.time.IsoTime;
import org.servanda.time.RegisterCalendar;
import org.servanda.web.IsoTimeParameter;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;
import org.servanda.web.ResponseContext;

/** Gives readers the head of the register and the coordinates they read at; to be asked before anything else is read. */
@ApplicationScoped
public class ReadPoints implements PanacheRepositoryBase<LedgerHead, Integer> {

    private final ResponseContext form;
    private final Ledger ledger;
    private final Entries entries;
    private final RegisterCalendar calendar;
    private final Clock clock;

    ReadPoints(ResponseContext form, Ledger ledger, Entries entries, RegisterCalendar calendar, Clock clock) {
        this.form = form;
        this.ledger = ledger;
        this.entries = entries;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The key that all nodes on this store sign cursors with. */
    public byte[] cursorKey() {
        return head().cursorKey();
    }

    /** The log's tree as it is; its size is the revision. */
    public CompactRange edge() {
        return head().edge();
    }

    /** Today, as known now. */
    public ReadPoint now() {
        return at(TimeParameters.NOW);
    }

    /**
     * The coordinates a request named, the rest being today and now; the answer will name them.
     *
     * @throws ProblemException for a time that cannot be read or has not come yet
     */
    public ReadPoint at(TimeParameters given) {
        List<Fault> faults = new ArrayList<>();
        LocalDate asOf = day(given.asOf(), faults);
        Instant moment = moment(given.knownAt(), faults);
        if (moment != null) settle(moment, faults);
        LedgerHead head = head();
        EntryRef known = moment == null ? revision(given.knownAt(), head, faults) : lastAt(moment, head);
        if (!faults.isEmpty()) throw ProblemException.parameters(faults);
        return read(asOf, known, head, new Pinned(given.asOf() != null, given.knownAt() != null));
    }

    /** The coordinates of the page before, so that a list is the same list from its first page to its last. */
    public ReadPoint resume(ReadPoint asked, LocalDate asOf, long revision) {
        LedgerHead head = head();
        return read(asOf, recorded(revision, head), head, asked.pinned());
    }

    private ReadPoint read(LocalDate asOf, EntryRef known, LedgerHead head, Pinned pinned) {
        form.setReadPoint(asOf, known.at(), known.sequence());
        return new ReadPoint(
                asOf,
                !asOf.isBefore(calendar.today()),
                known.sequence(),
                known.sequence() == head.revision(),
                known.at(),
                pinned);
    }

    private LedgerHead head() {
        return findById(LedgerHead.ONLY);
    }

    private LocalDate day(String text, List<Fault> faults) {
        LocalDate today = calendar.today();
        if (text == null) return today;
        LocalDate day = IsoTimeParameter.day("asOf", text, faults).orElse(today);
        if (day.isAfter(today)) faults.add(Fault.parameter("asOf", "has not come yet; today is " + today));
        return day;
    }

    /** The moment asked for; null when it was left out or is a revision. */
    private Instant moment(String text, List<Fault> faults) {
        if (text == null || isNumber(text)) return null;
        // What was recorded up to a moment was recorded up to the last one before it that a store can hold.
        return IsoTimeParameter.moment("knownAt", text, "a revision", faults)
                .map(IsoTime::floor)
                .orElse(null);
    }

    /** More than eighteen digits are no revision that there could be. */
    private static boolean isNumber(String text) {
        return text.matches("\\d{1,18}");
    }

    private EntryRef revision(String text, LedgerHead head, List<Fault> faults) {
        if (text == null || !isNumber(text)) return new EntryRef(head.revision(), head.changedAt());
        long revision = Long.parseLong(text);
        if (revision >= 1 && revision <= head.revision()) return recorded(revision, head);
        faults.add(Fault.parameter("knownAt", "revisions go from 1 to " + head.revision()));
        return new EntryRef(head.revision(), head.changedAt());
    }

    /** When an entry was recorded; 0 stands for before all of them. */
    public EntryRef recorded(long revision) {
        return recorded(revision, head());
    }

    private EntryRef recorded(long revision, LedgerHead head) {
        if (revision == head.revision()) return new EntryRef(revision, head.changedAt());
        return new EntryRef(revision, entries.recordedAt(revision).orElse(Instant.EPOCH));
    }

    private EntryRef lastAt(Instant moment, LedgerHead head) {
        if (!moment.isBefore(head.changedAt())) return new EntryRef(head.revision(), head.changedAt());
        return entries.lastAt(moment).orElseGet(() -> new EntryRef(0, moment));
    }

    /**
     * Whoever writes at this moment may have an entry for it that is not to be seen yet, or a slower clock. So that the
     * same moment never gets a second answer, what is recorded from now on is recorded after it. Needed only for a
     * moment behind the last entry; in a transaction of its own, since it must come before this one's snapshot.
     *
     * <p>What was recorded has come, whatever the clock says here: it may have been set back since, or be slower than
     * that of the node that recorded.
     */
    private void settle(Instant moment, List<Fault> faults) {
        if (!QuarkusTransaction.requiringNew().call(() -> head().open(moment))) return;
        Instant now = clock.instant();
        if (moment.isAfter(now)) faults.add(Fault.parameter("knownAt", "has not come yet; now is " + now));
        else if (faults.isEmpty()) QuarkusTransaction.requiringNew().run(() -> ledger.settle(moment));
    }
}
