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

/** An update as the database holds it: submitted once, decided once. Submission and decision are entries of the ledger. */
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

    /** Code of the party that the update is about; null for the commitment as a whole. */
    @Column(length = 40, updatable = false)
    private String party;

    @Column(name = "submitted_by", length = 80, nullable = false, updatable = false)
    private String submittedBy;

    /** Code of the party of the focal point who submitted the update; null for the secretariat. */
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

    /** Number of the entry that accepted the correction of this update; null while the update is in force. */
    @Column(name = "corrected_entry")
    private Long correctedEntry;

    @Column(name = "corrected_by", length = 80)
    private String correctedBy;

    /** The {@link UpdateBody} as JSON. */
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
        setContent(body);
        if (body.state() != UpdateState.submitted) setDecision(recorded);
    }

    /**
     * Records the decision.
     *
     * @throws IllegalStateException where the update was decided before
     */
    public void decide(UpdateBody decided, EntryRef recorded) {
        if (state != UpdateState.submitted) throw new IllegalStateException(id + " was decided before");
        setContent(decided);
        setDecision(recorded);
    }

    private void setContent(UpdateBody body) {
        state = body.state();
        content = JsonText.write(body);
    }

    private void setDecision(EntryRef recorded) {
        decidedEntry = recorded.sequence();
        decidedAt = recorded.at();
    }

    void correct(String correction, EntryRef recorded) {
        correctedBy = correction;
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

    /** Id of the update that corrects this update; null while this update is in force. */
    String correctedBy() {
        return correctedBy;
    }

    public UpdateBody body() {
        return JsonText.read(content, UpdateBody.class);
    }

    /**
     * The update as known at a revision.
     *
     * @param withNote whether the caller may see the note of the decision
     */
    UpdateView view(long revision, boolean withNote) {
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
                decided && withNote ? body.note() : null,
                decided ? decidedEntry : submittedEntry);
    }
}
