package org.servanda.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.ReadPoint.RequestedTimes;
import org.servanda.time.IsoTime;
import org.servanda.time.RegisterCalendar;
import org.servanda.web.IsoTimeParameter;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;
import org.servanda.web.ResponseContext;

/**
 * Resolves the parameters asOf and knownAt to read points. Ask for the read point before anything else is read in the
 * transaction.
 */
@ApplicationScoped
public class ReadPoints implements PanacheRepositoryBase<LedgerHead, Integer> {

    private final ResponseContext responseContext;
    private final Ledger ledger;
    private final Entries entries;
    private final RegisterCalendar calendar;
    private final Clock clock;

    ReadPoints(
            ResponseContext responseContext, Ledger ledger, Entries entries, RegisterCalendar calendar, Clock clock) {
        this.responseContext = responseContext;
        this.ledger = ledger;
        this.entries = entries;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The key with which all nodes on this database sign cursors. */
    public byte[] cursorKey() {
        return head().cursorKey();
    }

    /** The compact range of the log's Merkle tree; its size is the revision. */
    public CompactRange compactRange() {
        return head().compactRange();
    }

    /** The read point of today, as known now. */
    public ReadPoint now() {
        return at(TimeParameters.NOW);
    }

    /**
     * The read point that a request named; a time that it left out is today or now. The response names the read point
     * in its headers.
     *
     * @throws ProblemException for a time that cannot be read or is in the future
     */
    public ReadPoint at(TimeParameters parameters) {
        List<Fault> faults = new ArrayList<>();
        LocalDate asOf = day(parameters.asOf(), faults);
        Instant moment = moment(parameters.knownAt(), faults);
        if (moment != null) settle(moment, faults);
        LedgerHead head = head();
        EntryRef entry = moment == null ? revision(parameters.knownAt(), head, faults) : lastAt(moment, head);
        if (!faults.isEmpty()) throw ProblemException.parameters(faults);
        return readPoint(
                asOf, entry, head, new RequestedTimes(parameters.asOf() != null, parameters.knownAt() != null));
    }

    /** The read point of a cursor, so that a list is the same list from its first page to its last. */
    public ReadPoint atCursor(ReadPoint requested, LocalDate asOf, long revision) {
        LedgerHead head = head();
        return readPoint(asOf, entryRef(revision, head), head, requested.requested());
    }

    private ReadPoint readPoint(LocalDate asOf, EntryRef entry, LedgerHead head, RequestedTimes requested) {
        responseContext.setReadPoint(asOf, entry.at(), entry.sequence());
        return new ReadPoint(
                asOf,
                !asOf.isBefore(calendar.today()),
                entry.sequence(),
                entry.sequence() == head.revision(),
                entry.at(),
                requested);
    }

    private LedgerHead head() {
        return findById(LedgerHead.ID);
    }

    private LocalDate day(String text, List<Fault> faults) {
        LocalDate today = calendar.today();
        if (text == null) return today;
        LocalDate day = IsoTimeParameter.day("asOf", text, faults).orElse(today);
        if (day.isAfter(today)) faults.add(Fault.parameter("asOf", "has not come yet; today is " + today));
        return day;
    }

    /** The requested moment; null when it was left out or is a revision. */
    private Instant moment(String text, List<Fault> faults) {
        if (text == null || isNumber(text)) return null;
        // Rounds down to the last moment that a database can store: what was recorded up to the one was recorded up to
        // the other.
        return IsoTimeParameter.moment("knownAt", text, "a revision", faults)
                .map(IsoTime::floor)
                .orElse(null);
    }

    /** Whether the text is a revision; no revision has more than eighteen digits. */
    private static boolean isNumber(String text) {
        return text.matches("\\d{1,18}");
    }

    private EntryRef revision(String text, LedgerHead head, List<Fault> faults) {
        if (text == null || !isNumber(text)) return new EntryRef(head.revision(), head.changedAt());
        long revision = Long.parseLong(text);
        if (revision >= 1 && revision <= head.revision()) return entryRef(revision, head);
        faults.add(Fault.parameter("knownAt", "revisions go from 1 to " + head.revision()));
        return new EntryRef(head.revision(), head.changedAt());
    }

    /** The reference of an entry; 0 stands for the state before the first entry. */
    public EntryRef entryRef(long revision) {
        return entryRef(revision, head());
    }

    private EntryRef entryRef(long revision, LedgerHead head) {
        if (revision == head.revision()) return new EntryRef(revision, head.changedAt());
        return new EntryRef(revision, entries.recordedAt(revision).orElse(Instant.EPOCH));
    }

    private EntryRef lastAt(Instant moment, LedgerHead head) {
        if (!moment.isBefore(head.changedAt())) return new EntryRef(head.revision(), head.changedAt());
        return entries.lastAt(moment).orElseGet(() -> new EntryRef(0, moment));
    }

    /**
     * Excludes later entries at or before a past moment. A writer may be recording an entry for that moment that is not
     * visible yet, or may have a slower clock; without this, the same moment could get a second answer. Needed only for
     * a moment after the last entry. It runs in a transaction of its own, since it must come before this transaction's
     * snapshot.
     *
     * <p>An entry that is recorded is never in the future, whatever the clock says here: the clock may have been set
     * back since, or may be slower than that of the node that recorded it.
     */
    private void settle(Instant moment, List<Fault> faults) {
        if (!QuarkusTransaction.requiringNew().call(() -> head().canRecordAt(moment))) return;
        Instant now = clock.instant();
        if (moment.isAfter(now)) faults.add(Fault.parameter("knownAt", "has not come yet; now is " + now));
        else if (faults.isEmpty()) QuarkusTransaction.requiringNew().run(() -> ledger.settle(moment));
    }
}
