package org.servanda.files;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.servanda.ledger.Recorded;

/** A file that was uploaded; its bytes lie in the {@link FileFolder}. It is published with the first thing it backs. */
@Entity
@Table(name = "evidence_file")
class EvidenceFile {

    @Id
    @Column(length = 64)
    private String sha256;

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

    EvidenceFile(FileBody body, String actor, Recorded recorded) {
        sha256 = body.sha256();
        mediaType = body.mediaType();
        size = body.size();
        name = body.name();
        uploadedBy = actor;
        uploadedEntry = recorded.sequence();
        uploadedAt = recorded.at();
    }

    /** From the first such entry on everyone may see it. */
    void publish(Recorded recorded) {
        if (publishedEntry == null) publishedEntry = recorded.sequence();
    }

    boolean publishedAt(long revision) {
        return publishedEntry != null && publishedEntry <= revision;
    }

    boolean knownAt(long revision) {
        return uploadedEntry <= revision;
    }

    String uploadedBy() {
        return uploadedBy;
    }

    FileView view() {
        return new FileView(
                sha256,
                mediaType,
                size,
                name,
                FileView.address(sha256) + "/content",
                uploadedBy,
                uploadedAt,
                uploadedEntry);
    }
}
