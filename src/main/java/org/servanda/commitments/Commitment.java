package org.servanda.commitments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.servanda.ledger.Recorded;
import org.servanda.text.JsonText;
import org.servanda.text.SearchWords;

/**
 * What was promised. The promise is kept whole as text, for showing; the columns and collections beside it are what
 * lists filter, sort and count by, and always follow from it.
 */
@Entity
@Table(name = "commitment")
public class Commitment {

    /** Sorts commitments without a time frame behind all others. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "commitment_seq")
    @SequenceGenerator(name = "commitment_seq", sequenceName = "commitment_seq", allocationSize = 50)
    private Long id;

    @Column(length = 60, nullable = false, updatable = false)
    private String code;

    @Column(length = 40, nullable = false, updatable = false)
    private String instrument;

    /** Instrument, then place in the document: codes with Roman or unpadded numbers do not sort by themselves. */
    @Column(name = "sort_key", length = 60, nullable = false)
    private String sortKey;

    @Column(length = 40, nullable = false)
    private String area;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Obligation obligation;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Status status;

    @Column(name = "status_since", nullable = false)
    private LocalDate statusSince;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Assurance assurance;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Assessment assessment;

    @Column(nullable = false)
    private LocalDate due;

    @Column(name = "report_due")
    private LocalDate reportDue;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version
    private int version;

    @Column(nullable = false)
    private long revision;

    @Column(name = "search_text", length = 100_000, nullable = false)
    private String searchText;

    @Column(length = 200_000, nullable = false)
    private String content;

    @ElementCollection
    @CollectionTable(name = "commitment_area", joinColumns = @JoinColumn(name = "commitment_id"))
    @Column(name = "area", length = 40, nullable = false)
    private Set<String> areas = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "commitment_party", joinColumns = @JoinColumn(name = "commitment_id"))
    @Column(name = "party", length = 40, nullable = false)
    private Set<String> parties = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "commitment_owner", joinColumns = @JoinColumn(name = "commitment_id"))
    @Column(name = "owner", length = 40, nullable = false)
    private Set<String> owners = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "commitment_term", joinColumns = @JoinColumn(name = "commitment_id"))
    @Column(name = "term", length = SearchWords.TERM_LENGTH, nullable = false)
    private Set<String> terms = new HashSet<>();

    protected Commitment() {}

    /** @param recorded the entry that records it */
    public Commitment(Promise promise, Recorded recorded) {
        code = promise.code();
        instrument = promise.instrument();
        assurance = Assurance.stated_in_text;
        assessment = Assessment.not_assessed;
        take(promise, recorded);
    }

    public String code() {
        return code;
    }

    public Promise promise() {
        return JsonText.read(content, Promise.class);
    }

    /** Takes a corrected reading of the same promise; the caller asks {@link #differsFrom} first. */
    public void correct(Promise corrected, Recorded recorded) {
        if (!corrected.code().equals(code) || !corrected.instrument().equals(instrument))
            throw new IllegalArgumentException(corrected.code() + " is another commitment than " + code);
        take(corrected, recorded);
    }

    public boolean differsFrom(Promise promise) {
        return !JsonText.write(promise).equals(content);
    }

    private void take(Promise promise, Recorded recorded) {
        content = JsonText.write(promise);
        sortKey = "%s/%06d".formatted(instrument, promise.place());
        area = promise.area();
        kind = promise.kind();
        obligation = promise.obligation();
        status = promise.status();
        statusSince = promise.statusBasis().effectiveOn();
        due = promise.timeFrame() == null || promise.timeFrame().to() == null
                ? NEVER
                : promise.timeFrame().to();
        updatedAt = recorded.at();
        revision = recorded.sequence();
        replace(areas, Stream.concat(Stream.of(area), promise.otherAreas().stream()));
        replace(parties, promise.parties().stream());
        replace(owners, promise.owner().values());
        String words = promise.searchable();
        searchText = SearchWords.fold(words);
        replace(terms, SearchWords.index(words).stream());
    }

    /** Changes only what differs, so that Hibernate writes only that. */
    private static void replace(Set<String> kept, Stream<String> wanted) {
        Set<String> next = wanted.collect(Collectors.toCollection(LinkedHashSet::new));
        kept.retainAll(next);
        kept.addAll(next);
    }

    /** The place in a list sorted by {@code key}. */
    String sortValue(SortOrder.Key key) {
        return switch (key) {
            case code -> sortKey;
            case updated -> updatedAt.toString();
            case due -> due.toString();
        };
    }

    String sortKey() {
        return sortKey;
    }

    /** The values by which the kept counts count it. */
    Set<Facet> facets() {
        Set<Facet> facets = new LinkedHashSet<>();
        facets.add(new Facet(Dimension.instrument, instrument));
        facets.add(new Facet(Dimension.primaryArea, area));
        facets.add(new Facet(Dimension.kind, kind.name()));
        facets.add(new Facet(Dimension.obligation, obligation.name()));
        facets.add(new Facet(Dimension.status, status.name()));
        facets.add(new Facet(Dimension.assurance, assurance.name()));
        areas.forEach(value -> facets.add(new Facet(Dimension.area, value)));
        parties.forEach(value -> facets.add(new Facet(Dimension.party, value)));
        owners.forEach(value -> facets.add(new Facet(Dimension.owner, value)));
        return facets;
    }

    CommitmentView view(java.util.List<LinkView> links, LocalDate today) {
        Promise p = promise();
        return new CommitmentView(
                code,
                instrument,
                p.item(),
                p.title(),
                p.wording(),
                p.summary(),
                area,
                p.otherAreas(),
                kind,
                obligation,
                p.parties(),
                new Owner(p.owner()),
                p.supporting(),
                p.timeFrame(),
                p.passages(),
                p.parts(),
                p.divergences(),
                status,
                Schedule.of(status, statusSince, due.equals(NEVER) ? null : due, today),
                Freshness.of(reportDue, today),
                assurance,
                assessment,
                p.statusBasis(),
                links,
                updatedAt,
                version,
                revision);
    }
}
