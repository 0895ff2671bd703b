package org.servanda.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jboss.resteasy.reactive.RestResponse;

import org.servanda.access.Access;
import org.servanda.access.Scope;
import org.servanda.ledger.Coordinates;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.ledger.Once;
import org.servanda.ledger.Recorded;
import org.servanda.web.Reason;
import org.servanda.web.Refusal;

/** The files that were uploaded, as far as the caller may see them: what backs nothing published yet is for its own side. */
@ApplicationScoped
public class EvidenceFiles implements PanacheRepositoryBase<EvidenceFile, String> {

    private final FileFolder folder;
    private final Ledger ledger;
    private final Access access;
    private final Once once;

    EvidenceFiles(FileFolder folder, Ledger ledger, Access access, Once once) {
        this.folder = folder;
        this.ledger = ledger;
        this.access = access;
        this.once = once;
    }

    /** Records a file whose bytes are there; the same bytes again are the same file, with the name it has. */
    @Transactional
    RestResponse<FileView> record(Incoming incoming, FileBody body, Once.Request request) {
        return once.answer(request, FileView.class, () -> {
            Optional<EvidenceFile> known = findByIdOptional(body.sha256());
            if (known.isPresent()) return new Once.Done<>(null, known.get().view());
            folder.keep(incoming);
            String actor = access.caller().actor();
            Recorded recorded = ledger.append(new NewEntry(actor, body.subject(), FileBody.UPLOADED, null, null, body));
            EvidenceFile file = new EvidenceFile(body, actor, recorded);
            persist(file);
            return new Once.Done<>(FileView.address(body.sha256()), file.view());
        });
    }

    /** Whether there is such a file that the caller may refer to. */
    public boolean exists(String sha256) {
        return findByIdOptional(sha256)
                .filter(file -> seen(file, Long.MAX_VALUE))
                .isPresent();
    }

    /** Lets everyone see the files that back what is published by this entry. */
    public void publish(List<String> digests, Recorded recorded) {
        digests.forEach(sha256 -> findById(sha256).publish(recorded));
    }

    FileView view(String sha256, Coordinates at) {
        return byDigest(sha256, at).view();
    }

    Path content(FileView file) {
        return folder.find(file.sha256(), file.size()).orElseThrow(() -> new Refusal(
                        Reason.UNAVAILABLE, "The register knows this file, but its bytes cannot be read right now.")
                .retryAfter(60));
    }

    /** One that the caller may not see is answered like one that does not exist. */
    private EvidenceFile byDigest(String sha256, Coordinates at) {
        return findByIdOptional(sha256)
                .filter(file -> file.knownAt(at.revision()) && seen(file, at.revision()))
                .orElseThrow(() -> Refusal.unknown("file", sha256, List::of));
    }

    private boolean seen(EvidenceFile file, long revision) {
        boolean own = !access.caller().anonymous() && access.caller().speaksAs(file.uploadedBy());
        return access.scope() == Scope.all || own || file.publishedAt(revision);
    }
}
