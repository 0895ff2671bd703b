package org.servanda.progress.updates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.servanda.access.Caller;
import org.servanda.ledger.EntryRef;
import org.servanda.text.JsonText;

/** A report on its way: submitted once, decided once. Both moments are entries of the ledger. */
@Entity
@Table(name = "progress_update")
public class Update {

    @Id
    @Column(length = 80)
    private String id;

    @Column(length = 60, nullable = false, updatable = false)
    private String commitment;

    @Column(length = 40, nullable = false, updatable = false)
    private String instrument;

    /** The party it speaks of. */
    @Column(length = 40, updatable = false)
    private String party;

    @Column(name = "submitted_by", length = 80, nullable = false, updatable = false)
    private String submittedBy;

    /** The party that speaks. */
    @Column(name = "submitter_party", length = 40, updatable = false)
    private String submitterParty;

    @Column(name = "effective_on", nullable = false, updatable = false)
    private LocalDate effectiveOn;

    @Column(name = "submitted_entry", nullable = false, updatable = false)
    private long submittedEntry;

    @Column(name = "submitted_at", nullable = false, updatable = false)
    private Instant submittedAt;

    @Enumerated(EnumType.STRING)
    @Column(length = 10, nullable = false)
    private UpdateState state;

    @Column(name = "decided_entry")
    private Long decidedEntry;

    @Column(name = "decided_at")
    private Instant decidedAt;

    /** Number of the entry from which another update stands in its place. */
    @Column(name = "corrected_entry")
    private Long correctedEntry;

    @Column(name = "corrected_by", length = 80)
    private String correctedBy;

    /** The {@link UpdateBody}, whole. */
    @Column(length = 300_000, nullable = false)
    private String content;

    protected Update() {}

    Update(String commitment, String instrument, UpdateBody body, Caller submitter, EntryRef recorded) {
        this.commitment = commitment;
        this.instrument = instrument;
        id = body.id();
        party = body.party();
        submittedBy = submitter.actor();
        submitterParty = submitter.party();
        effectiveOn = body.effectiveOn();
        submittedEntry = recorded.sequence();
        submittedAt = recorded.at();
        take(body);
        if (body.state() != UpdateState.submitted) settle(recorded);
    }

    /** Takes the decision on it; it has not been decided before. */
    public void decide(UpdateBody decided, EntryRef recorded) {
        if (state != UpdateState.submitted) throw new IllegalStateException(id + " was decided before");
        take(decided);
        settle(recorded);
    }

    private void take(UpdateBody body) {
        state = body.state();
        content = JsonText.write(body);
    }

    private void settle(EntryRef recorded) {
        decidedEntry = recorded.sequence();
        decidedAt = recorded.at();
    }

    void correct(String by, EntryRef recorded) {
        correctedBy = by;
        correctedEntry = recorded.sequence();
    }

    public String id() {
        return id;
    }

    public String commitment() {
        return commitment;
    }

    public UpdateState state() {
        return state;
    }

    public String submittedBy() {
        return submittedBy;
    }

    String submitterParty() {
        return submitterParty;
    }

    long submittedEntry() {
        return submittedEntry;
    }

    /** Id of the update that stands in its place; null while it counts. */
    String correctedBy() {
        return correctedBy;
    }

    public UpdateBody body() {
        return JsonText.read(content, UpdateBody.class);
    }

    /** As it was known at a revision; {@code inside} shows what only those concerned see. */
    UpdateView view(long revision, boolean inside) {
        boolean decided = decidedEntry != null && decidedEntry <= revision;
        boolean corrected = correctedEntry != null && correctedEntry <= revision;
        UpdateBody body = body();
        return new UpdateView(
                id,
                commitment,
                decided ? state : UpdateState.submitted,
                effectiveOn,
                submittedAt,
                body.status(),
                body.percent(),
                body.cleared(),
                party,
                body.narrative(),
                body.evidence() == null ? List.of() : body.evidence(),
                body.corrects(),
                corrected ? correctedBy : null,
                body.reason(),
                body.successor(),
                submittedBy,
                decided ? body.decidedBy() : null,
                decided ? decidedAt : null,
                decided && inside ? body.note() : null,
                decided ? decidedEntry : submittedEntry);
    }
}
