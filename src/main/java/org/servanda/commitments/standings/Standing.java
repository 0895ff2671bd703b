package org.servanda.commitments.standings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

import org.servanda.commitments.AssessmentResult;
import org.servanda.commitments.Assurance;
import org.servanda.commitments.CommitmentKind;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.EndOfTime;
import org.servanda.commitments.Freshness;
import org.servanda.commitments.Obligation;
import org.servanda.commitments.Schedule;
import org.servanda.commitments.Status;
import org.servanda.commitments.filters.SortOrder;
import org.servanda.commitments.links.LinkView;
import org.servanda.commitments.timeline.BitemporalState;
import org.servanda.commitments.timeline.CommitmentState;
import org.servanda.commitments.timeline.Progress;
import org.servanda.commitments.timeline.StateVersion;
import org.servanda.text.JsonText;

/**
 * A row of the projection: the state of a commitment over a range of days (valid time), as known over a range of ledger
 * entries (recorded time). Once written it only ever gets its end in recorded time. Lists filter, sort and count by its
 * columns.
 */
@Entity
@Table(name = "standing")
public class Standing {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "standing_seq")
    @SequenceGenerator(name = "standing_seq", sequenceName = "standing_seq", allocationSize = 50)
    private Long id;

    @Column(length = 60, nullable = false, updatable = false)
    private String code;

    @Column(name = "valid_from", nullable = false, updatable = false)
    private LocalDate validFrom;

    @Column(name = "valid_to", nullable = false, updatable = false)
    private LocalDate validTo;

    @Column(name = "recorded_from", nullable = false, updatable = false)
    private long recordedFrom;

    @Column(name = "recorded_to", nullable = false)
    private long recordedTo;

    /** Whether both ends are open: the current state, as known now. */
    @Column(name = "latest", nullable = false)
    private boolean latest;

    /** Instrument, then place in the document: codes with Roman or unpadded numbers do not sort by themselves. */
    @Column(name = "sort_key", length = 60, nullable = false, updatable = false)
    private String sortKey;

    @Column(length = 40, nullable = false, updatable = false)
    private String instrument;

    @Column(length = 40, nullable = false, updatable = false)
    private String area;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false, updatable = false)
    private CommitmentKind kind;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false, updatable = false)
    private Obligation obligation;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false, updatable = false)
    private Status status;

    @Column(name = "status_since", nullable = false, updatable = false)
    private LocalDate statusSince;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false, updatable = false)
    private Assurance assurance;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false, updatable = false)
    private AssessmentResult assessment;

    @Column(nullable = false, updatable = false)
    private LocalDate due;

    @Column(nullable = false, updatable = false)
    private boolean reported;

    @Column(name = "report_due", nullable = false, updatable = false)
    private LocalDate reportDue;

    @Column(nullable = false, updatable = false)
    private long revision;

    @Column(name = "updated_at", nullable = false, updatable = false)
    private Instant updatedAt;

    @Column(nullable = false, updatable = false)
    private int version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "details_id", updatable = false)
    private StoredDetails details;

    /** The {@link Progress} as JSON. */
    @Column(length = 60_000, nullable = false, updatable = false)
    private String content;

    /** The status of each party bound that has one; queries read it as {@link PartyStanding}. */
    @ElementCollection
    @CollectionTable(name = "standing_party", joinColumns = @JoinColumn(name = "standing_id"))
    private Set<PartyStanding.Value> parties = new HashSet<>();

    protected Standing() {}

    /** @param sequence of the ledger entry since which the state is known */
    Standing(BitemporalState bitemporalState, long sequence, StoredDetails details) {
        CommitmentText commitmentText = bitemporalState.state().details().text();
        Progress progress = bitemporalState.state().progress();
        this.details = details;
        code = commitmentText.code();
        validFrom = bitemporalState.from();
        validTo = bitemporalState.to();
        recordedFrom = sequence;
        recordedTo = EndOfTime.OPEN;
        latest = validTo.equals(EndOfTime.FOREVER);
        sortKey = commitmentText.sortKey();
        instrument = commitmentText.instrument();
        area = commitmentText.area();
        kind = commitmentText.kind();
        obligation = commitmentText.obligation();
        status = progress.status();
        statusSince = progress.since();
        assurance = progress.assurance();
        assessment = progress.assessed();
        due = commitmentText.timeFrame() == null || commitmentText.timeFrame().to() == null
                ? EndOfTime.FOREVER
                : commitmentText.timeFrame().to();
        reported = progress.reported();
        reportDue = progress.reportDue();
        revision = bitemporalState.origin().revision();
        updatedAt = bitemporalState.origin().at();
        version = bitemporalState.origin().version();
        content = JsonText.write(progress);
        if (progress.parties() != null)
            progress.parties().stream()
                    .filter(party -> commitmentText.parties().contains(party.party()))
                    .forEach(party -> parties.add(new PartyStanding.Value(party)));
    }

    /** Ends the recorded time. @param sequence of the ledger entry from which on the state is no longer known */
    void close(long sequence) {
        recordedTo = sequence;
        latest = false;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    LocalDate validTo() {
        return validTo;
    }

    StateVersion origin() {
        return new StateVersion(revision, updatedAt, version);
    }

    public String code() {
        return code;
    }

    public String sortKey() {
        return sortKey;
    }

    /** The sort value in a list that is sorted by {@code key}, as text. */
    public String sortValue(SortOrder.Key key) {
        return switch (key) {
            case code -> sortKey;
            case updated -> updatedAt.toString();
            case due -> due.toString();
            case reportDue -> reportDue.toString();
        };
    }

    StoredDetails details() {
        return details;
    }

    /** All columns for a comparison, those of the details included. */
    ComparableStanding comparable() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("to", validTo.toString());
        columns.put("known to entry", recordedTo == EndOfTime.OPEN ? "open" : "" + recordedTo);
        columns.put("latest", "" + latest);
        columns.put("status", status.name());
        columns.put("statusSince", statusSince.toString());
        columns.put("assurance", assurance.name());
        columns.put("assessment", assessment.name());
        columns.put("due", due.toString());
        columns.put("reported", "" + reported);
        columns.put("reportDue", reportDue.toString());
        columns.put("place", sortKey);
        columns.put("instrument", instrument);
        columns.put("area", area);
        columns.put("kind", kind.name());
        columns.put("obligation", obligation.name());
        columns.put("origin", "Origin[revision=%d, at=%s, version=%d]".formatted(revision, updatedAt, version));
        columns.put("progress", content);
        columns.put(
                "parties",
                parties.stream().map(Object::toString).sorted().toList().toString());
        columns.putAll(details.columns());
        return new ComparableStanding(validFrom, recordedFrom, columns);
    }

    public CommitmentState state() {
        return new CommitmentState(details.details(), JsonText.read(content, Progress.class));
    }

    /** @param day the day of reading, for the derived fields */
    public CommitmentView view(List<LinkView> links, LocalDate day) {
        CommitmentState state = state();
        return CommitmentView.of(
                state,
                Schedule.of(status, statusSince, due.equals(EndOfTime.FOREVER) ? null : due, day),
                Freshness.of(status, reported, reportDue, day),
                links,
                origin());
    }
}
