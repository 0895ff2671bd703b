package org.servanda.ledger;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

import org.servanda.text.JsonText;

/** A row of the ledger. It can be neither changed nor removed, here or in the database. */
@Entity
@Immutable
@Table(name = "ledger_entry")
class LedgerEntry {

    @Id
    private long sequence;

    @Column(name = "recorded_at", nullable = false)
    private Instant recordedAt;

    @Column(length = 80, nullable = false)
    private String actor;

    @Column(length = 200, nullable = false)
    private String subject;

    @Column(length = 40, nullable = false)
    private String kind;

    @Column(name = "effective_on")
    private LocalDate effectiveOn;

    @Column(length = 8_000)
    private String reason;

    @Column(length = 1_000_000, nullable = false)
    private String body;

    @Column(length = 32, nullable = false)
    private String salt;

    @Column(name = "leaf_hash", length = 64, nullable = false)
    private String leafHash;

    protected LedgerEntry() {}

    LedgerEntry(long sequence, Instant recordedAt, NewEntry entry, String salt) {
        this.sequence = sequence;
        this.recordedAt = recordedAt;
        this.actor = entry.actor();
        this.subject = entry.subject();
        this.kind = entry.kind();
        this.effectiveOn = entry.effectiveOn();
        this.reason = entry.reason();
        this.body = LeafEncoding.canonical(JsonText.write(entry.body()));
        this.salt = salt;
        this.leafHash = LeafEncoding.hash(LeafEncoding.text(entry()));
    }

    Hash leafHash() {
        return new Hash(leafHash);
    }

    Entry entry() {
        return new Entry(sequence, recordedAt, actor, subject, kind, effectiveOn, reason, body, salt);
    }

    EntryRef recorded() {
        return new EntryRef(sequence, recordedAt);
    }
}
