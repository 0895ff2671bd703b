package org.servanda.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.jpa.HibernateHints;

/** Repository of ledger entries: by subject, kind, number and moment. */
@ApplicationScoped
public class Entries implements PanacheRepositoryBase<LedgerEntry, Long> {

    /** Greater than every character of a subject, so that it ends a range of subjects. */
    private static final String END = "\uFFFF";

    /**
     * All entries about two subjects, such as a part and its whole, with numbers greater than {@code after}; by number.
     */
    public List<Entry> about(String subject, String otherSubject, long after) {
        // No list as one parameter: Hibernate would translate such a query to SQL each time.
        return read("subject in (?1, ?2) and sequence > ?3 order by sequence", subject, otherSubject, after);
    }

    /**
     * All entries about any of these subjects up to a revision, except some kinds; by number.
     *
     * @param subjects as many as one statement accepts: some hundreds
     */
    public List<Entry> aboutAny(List<String> subjects, List<String> excludedKinds, long revision) {
        if (subjects.isEmpty()) return List.of();
        Map<String, Object> parameters = new HashMap<>(Map.of("revision", revision));
        String query = "subject in " + inClause("subject", subjects, parameters) + " and kind not in "
                + inClause("kind", excludedKinds, parameters) + " and sequence <= :revision order by sequence";
        return find(query, parameters).withHint(HibernateHints.HINT_READ_ONLY, true).list().stream()
                .map(LedgerEntry::entry)
                .toList();
    }

    /**
     * An in clause with a parameter for each value. The last value is repeated up to the next power of two, so that
     * there are few different queries.
     */
    private static String inClause(String name, List<String> values, Map<String, Object> parameters) {
        int size = Integer.highestOneBit(values.size() * 2 - 1);
        for (int i = 0; i < size; i++) parameters.put(name + i, values.get(Math.min(i, values.size() - 1)));
        return IntStream.range(0, size).mapToObj(i -> ":" + name + i).collect(Collectors.joining(", ", "(", ")"));
    }

    /** All entries of a kind about a subject, by number. */
    public List<Entry> ofKind(String subject, String kind) {
        return read("subject = ?1 and kind = ?2 order by sequence", subject, kind);
    }

    /** An existing entry, by its number. */
    public Entry at(long sequence) {
        return findById(sequence).entry();
    }

    /** The last entry about a subject up to a revision. */
    public Optional<Entry> last(String subject, long revision) {
        return find("subject = ?1 and sequence <= ?2 order by sequence desc", subject, revision)
                .withHint(HibernateHints.HINT_READ_ONLY, true)
                .page(0, 1)
                .firstResultOptional()
                .map(LedgerEntry::entry);
    }

    /** The last entry up to a revision about each subject of a noun, such as each {@code party/…}. */
    public List<Entry> lastOfEach(String noun, long revision) {
        return read(
                "from LedgerEntry e where e.subject between ?1 and ?2 and e.sequence = (select max(l.sequence)"
                        + " from LedgerEntry l where l.subject = e.subject and l.sequence <= ?3)",
                noun + "/",
                noun + "/" + END,
                revision);
    }

    /** The subjects of a noun, in order: {@code limit} subjects after {@code after}, which may be empty. */
    public List<String> subjects(String noun, String after, int limit) {
        return getEntityManager()
                .createQuery(
                        "select distinct e.subject from LedgerEntry e where e.subject > ?1 and e.subject < ?2"
                                + " order by e.subject",
                        String.class)
                .setParameter(1, after.isEmpty() ? noun + "/" : after)
                .setParameter(2, noun + "/" + END)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The entries from one number to another, inclusive, with their hashes. */
    public List<HashedEntry> hashed(long from, long to) {
        return hashed("e.sequence between ?1 and ?2", from, to);
    }

    /** All entries about a subject up to a revision, with their hashes, by number. */
    public List<HashedEntry> hashed(String subject, long revision) {
        return hashed("e.subject = ?1 and e.sequence <= ?2", subject, revision);
    }

    /** A projection, not entities: Hibernate would keep all entities until the transaction ends. */
    private List<HashedEntry> hashed(String condition, Object first, Object second) {
        return getEntityManager()
                .createQuery(
                        "select new org.servanda.ledger.HashedEntry(e.sequence, e.recordedAt, e.actor, e.subject, e.kind,"
                                + " e.effectiveOn, e.reason, e.body, e.salt, e.leafHash) from LedgerEntry e where "
                                + condition
                                + " order by e.sequence",
                        HashedEntry.class)
                .setParameter(1, first)
                .setParameter(2, second)
                .getResultList();
    }

    /** When an entry was recorded. */
    public Optional<Instant> recordedAt(long sequence) {
        return findByIdOptional(sequence).map(entry -> entry.recorded().at());
    }

    /** The last entry recorded at or before a moment. */
    public Optional<EntryRef> lastAt(Instant moment) {
        return find("recordedAt <= ?1 order by recordedAt desc, sequence desc", moment)
                .withHint(HibernateHints.HINT_READ_ONLY, true)
                .page(0, 1)
                .firstResultOptional()
                .map(LedgerEntry::recorded);
    }

    private List<Entry> read(String query, Object... parameters) {
        return find(query, parameters).withHint(HibernateHints.HINT_READ_ONLY, true).list().stream()
                .map(LedgerEntry::entry)
                .toList();
    }
}
