package org.servanda.files;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jboss.resteasy.reactive.RestResponse;

import org.servanda.access.Caller;
import org.servanda.access.CallerContext;
import org.servanda.access.Scope;
import org.servanda.ledger.EntryRef;
import org.servanda.ledger.IdempotentRequests;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.ledger.ReadPoint;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/**
 * Repository of file records, one for each side, as far as the caller may see them: a file that no published entry
 * refers to is visible only to the side that uploaded it. A caller that may see several records gets the one of its own
 * side, else the one that was published first, else the one that was uploaded first.
 */
@ApplicationScoped
public class EvidenceFiles implements PanacheRepositoryBase<EvidenceFile, EvidenceFile.Key> {

    private final FileStore folder;
    private final Ledger ledger;
    private final CallerContext callerContext;
    private final IdempotentRequests idempotent;

    EvidenceFiles(FileStore folder, Ledger ledger, CallerContext callerContext, IdempotentRequests idempotent) {
        this.folder = folder;
        this.ledger = ledger;
        this.callerContext = callerContext;
        this.idempotent = idempotent;
    }

    /**
     * Records a file whose bytes have been received. The same bytes uploaded again by the same side are the same file,
     * with its first name.
     */
    @Transactional
    RestResponse<FileView> record(IncomingFile incoming, FileBody body, IdempotentRequests.Request request) {
        return idempotent.execute(request, FileView.class, () -> {
            String actor = callerContext.caller().actor();
            Optional<EvidenceFile> known = ofSide(body.sha256(), actor);
            if (known.isPresent())
                return new IdempotentRequests.Result<>(null, known.get().view());
            folder.store(incoming);
            EntryRef recorded = ledger.append(new NewEntry(actor, body.subject(), FileBody.UPLOADED, null, null, body));
            EvidenceFile file = new EvidenceFile(body, actor, recorded);
            persist(file);
            return new IdempotentRequests.Result<>(FileView.address(body.sha256()), file.view());
        });
    }

    /** Whether a file exists that the caller may refer to. */
    public boolean exists(String sha256) {
        return findVisible(sha256, Long.MAX_VALUE).isPresent();
    }

    /**
     * Publishes the files that an entry refers to: of each file the record of the side that submitted the entry or, if
     * that side has none, the record that it was shown.
     *
     * @param submitter the actor who submitted the published content, as in the ledger
     */
    public void publish(List<String> digests, String submitter, EntryRef recorded) {
        for (String sha256 : digests)
            ofSide(sha256, submitter)
                    .or(() -> allRecords(sha256).min(publishedFirst(recorded.sequence())))
                    .ifPresent(file -> file.publish(recorded));
    }

    FileView view(String sha256, ReadPoint at) {
        return byDigest(sha256, at).view();
    }

    Path content(FileView file) {
        return folder.find(file.sha256(), file.size()).orElseThrow(() -> new ProblemException(
                        ProblemType.UNAVAILABLE,
                        "The register knows this file, but its bytes cannot be read right now.")
                .retryAfter(60));
    }

    /** A file that the caller may not see gets the same 404 as a file that does not exist. */
    private EvidenceFile byDigest(String sha256, ReadPoint at) {
        return findVisible(sha256, at.revision())
                .orElseThrow(() -> ProblemException.unknown("file", sha256, () -> inLowerCase(sha256, at)));
    }

    /**
     * The digest in lower case, the only mistake with a hint: for any other mistake, the nearest digest is that of
     * another file.
     */
    private List<String> inLowerCase(String sha256, ReadPoint at) {
        String lower = sha256.toLowerCase(Locale.ROOT);
        return findVisible(lower, at.revision()).map(file -> List.of(lower)).orElse(List.of());
    }

    private Optional<EvidenceFile> ofSide(String sha256, String actor) {
        return findByIdOptional(new EvidenceFile.Key(sha256, Caller.sideOf(actor)));
    }

    private Stream<EvidenceFile> allRecords(String sha256) {
        return list("id.sha256", sha256).stream();
    }

    /** The record that the caller is shown of a file, at a revision. */
    private Optional<EvidenceFile> findVisible(String sha256, long revision) {
        Comparator<EvidenceFile> ownFirst = Comparator.comparing(this::isOwn).reversed();
        return allRecords(sha256)
                .filter(file -> file.knownAt(revision))
                .filter(file -> isOwn(file) || callerContext.scope() == Scope.all || file.publishedAt(revision))
                .min(ownFirst.thenComparing(publishedFirst(revision)));
    }

    private static Comparator<EvidenceFile> publishedFirst(long revision) {
        return Comparator.<EvidenceFile>comparingLong(
                        file -> file.publishedAt(revision) ? file.publishedEntry() : Long.MAX_VALUE)
                .thenComparingLong(EvidenceFile::uploadedEntry);
    }

    private boolean isOwn(EvidenceFile file) {
        return !callerContext.caller().anonymous()
                && file.side().equals(callerContext.caller().side());
    }
}
