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
 * What one side recorded of a file that it uploaded; the bytes lie in the {@link FileStore}, once for all sides. It is
 * published with the first thing it backs.
 */
@Entity
@Table(name = "evidence_file")
class EvidenceFile {

    /**
     * Each side has a record of its own, and is told of no other one by it (rule 7.4).
     *
     * @param sha256 digest of the bytes, lower-case hexadecimal
     * @param side who uploaded it, as {@link Caller#side} tells
     */
    @Embeddable
    record Key(@Column(length = 64) String sha256, @Column(length = 80) String side) implements Serializable {}

    @EmbeddedId
    private Key id;

    @Column(name = "media_type", length = 100, nullable = false, updatable = false)
    private String mediaType;

    @Column(nullable = false, updatable = false)
    private long size;

    // Twice: H2 counts UTF-16 units, of which a character may have two.
    @Column(length = 2 * FileBody.LONGEST_NAME, nullable = false, updatable = false)
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

    /** From the first such entry on everyone may see it. */
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

    /** The entry from which on everyone may see it; null before there is one. */
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
