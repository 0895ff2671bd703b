package org.servanda.files;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.servanda.access.Caller;
import org.servanda.ledger.EntryRef;

/**
 * The record that one side has of a file that it uploaded; the bytes are in the {@link FileStore}, once for all sides.
 * It becomes public with the first published entry that refers to it.
 */
@Entity
@Table(name = "evidence_file")
class EvidenceFile {

    /**
     * The primary key: each side has a record of its own, which reveals no record of another side (rule 7.4).
     *
     * @param sha256 digest of the bytes, lower-case hexadecimal
     * @param side the side that uploaded it, as {@link Caller#side} returns it
     */
    @Embeddable
    record Key(@Column(length = 64) String sha256, @Column(length = 80) String side) implements Serializable {}

    @EmbeddedId
    private Key id;

    @Column(name = "media_type", length = 100, nullable = false, updatable = false)
    private String mediaType;

    @Column(nullable = false, updatable = false)
    private long size;

    // Twice the length: H2 counts UTF-16 units, and a character may have two.
    @Column(length = 2 * FileBody.MAX_NAME_LENGTH, nullable = false, updatable = false)
    private String name;

    @Column(name = "uploaded_by", length = 80, nullable = false, updatable = false)
    private String uploadedBy;

    @Column(name = "uploaded_entry", nullable = false, updatable = false)
    private long uploadedEntry;

    @Column(name = "uploaded_at", nullable = false, updatable = false)
    private Instant uploadedAt;

    @Column(name = "published_entry")
    private Long publishedEntry;

    protected EvidenceFile() {}

    EvidenceFile(FileBody body, String actor, EntryRef recorded) {
        id = new Key(body.sha256(), Caller.sideOf(actor));
        mediaType = body.mediaType();
        size = body.size();
        name = body.name();
        uploadedBy = actor;
        uploadedEntry = recorded.sequence();
        uploadedAt = recorded.at();
    }

    /** Publishes the file; from the first such entry on everyone may see it. */
    void publish(EntryRef recorded) {
        if (publishedEntry == null) publishedEntry = recorded.sequence();
    }

    boolean publishedAt(long revision) {
        return publishedEntry != null && publishedEntry <= revision;
    }

    boolean knownAt(long revision) {
        return uploadedEntry <= revision;
    }

    String side() {
        return id.side();
    }

    long uploadedEntry() {
        return uploadedEntry;
    }

    /** The entry from which on everyone may see the file; null before there is one. */
    Long publishedEntry() {
        return publishedEntry;
    }

    FileView view() {
        return new FileView(
                id.sha256(),
                mediaType,
                size,
                name,
                FileView.address(id.sha256()) + "/content",
                uploadedBy,
                uploadedAt,
                uploadedEntry);
    }
}
