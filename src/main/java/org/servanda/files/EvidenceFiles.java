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
 * What was recorded of files, each side by itself, as far as the caller may see it: what backs nothing published yet is for
 * the side that uploaded it. Of several records that it may see a caller is shown one: its own side's, else the one that was
 * published first, else the one that was uploaded first.
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

    /** Records a file whose bytes are there; the same bytes again are the same file to its side, with the name it has. */
    @Transactional
    RestResponse<FileView> record(IncomingFile incoming, FileBody body, IdempotentRequests.Request request) {
        return idempotent.execute(request, FileView.class, () -> {
            String actor = callerContext.caller().actor();
            Optional<EvidenceFile> known = ofSide(body.sha256(), actor);
            if (known.isPresent())
                return new IdempotentRequests.Result<>(null, known.get().view());
            folder.keep(incoming);
            EntryRef recorded = ledger.append(new NewEntry(actor, body.subject(), FileBody.UPLOADED, null, null, body));
            EvidenceFile file = new EvidenceFile(body, actor, recorded);
            persist(file);
            return new IdempotentRequests.Result<>(FileView.address(body.sha256()), file.view());
        });
    }

    /** Whether there is such a file that the caller may refer to. */
    public boolean exists(String sha256) {
        return seen(sha256, Long.MAX_VALUE).isPresent();
    }

    /**
     * Lets everyone see the files that back what is published by this entry: of each the record of the side that submitted
     * it or, where that side has none, the one that it was shown.
     *
     * @param submitter who submitted what is published, as the ledger names it
     */
    public void publish(List<String> digests, String submitter, EntryRef recorded) {
        for (String sha256 : digests)
            ofSide(sha256, submitter)
                    .or(() -> all(sha256).min(publishedFirst(recorded.sequence())))
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

    /** One that the caller may not see is answered like one that does not exist. */
    private EvidenceFile byDigest(String sha256, ReadPoint at) {
        return seen(sha256, at.revision())
                .orElseThrow(() -> ProblemException.unknown("file", sha256, () -> inLowerCase(sha256, at)));
    }

    /** The only slip that can be told: of all others the nearest digest is that of another file. */
    private List<String> inLowerCase(String sha256, ReadPoint at) {
        String lower = sha256.toLowerCase(Locale.ROOT);
        return seen(lower, at.revision()).map(file -> List.of(lower)).orElse(List.of());
    }

    private Optional<EvidenceFile> ofSide(String sha256, String actor) {
        return findByIdOptional(new EvidenceFile.Key(sha256, Caller.sideOf(actor)));
    }

    private Stream<EvidenceFile> all(String sha256) {
        return list("id.sha256", sha256).stream();
    }

    /** What the caller is shown of a file, as it was known at a revision. */
    private Optional<EvidenceFile> seen(String sha256, long revision) {
        Comparator<EvidenceFile> ownFirst = Comparator.comparing(this::own).reversed();
        return all(sha256)
                .filter(file -> file.knownAt(revision))
                .filter(file -> own(file) || callerContext.scope() == Scope.all || file.publishedAt(revision))
                .min(ownFirst.thenComparing(publishedFirst(revision)));
    }

    private static Comparator<EvidenceFile> publishedFirst(long revision) {
        return Comparator.<EvidenceFile>comparingLong(
                        file -> file.publishedAt(revision) ? file.publishedEntry() : Long.MAX_VALUE)
                .thenComparingLong(EvidenceFile::uploadedEntry);
    }

    private boolean own(EvidenceFile file) {
        return !callerContext.caller().anonymous()
                && file.side().equals(callerContext.caller().side());
    }
}
