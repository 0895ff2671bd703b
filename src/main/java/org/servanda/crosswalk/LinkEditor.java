package org.servanda.crosswalk;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.CallerContext;
import org.servanda.commitments.Commitment;
import org.servanda.commitments.Commitments;
import org.servanda.commitments.links.Link;
import org.servanda.commitments.links.LinkBody;
import org.servanda.commitments.links.LinkType;
import org.servanda.commitments.links.LinkView;
import org.servanda.commitments.links.Links;
import org.servanda.instruments.Instruments;
import org.servanda.ledger.EntryRef;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.web.BodyValidation;
import org.servanda.web.EntityTags;
import org.servanda.web.MergePatchReader;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/** Records who found what relation between two commitments, who checked it, and what was taken back. */
@ApplicationScoped
class LinkEditor {

    private final Ledger ledger;
    private final ReadPoints readPoints;
    private final Commitments commitments;
    private final Instruments instruments;
    private final Links links;
    private final EntityTags tags;
    private final MergePatchReader patches;
    private final CallerContext callerContext;

    LinkEditor(
            Ledger ledger,
            ReadPoints readPoints,
            Commitments commitments,
            Instruments instruments,
            Links links,
            EntityTags tags,
            MergePatchReader patches,
            CallerContext callerContext) {
        this.ledger = ledger;
        this.readPoints = readPoints;
        this.commitments = commitments;
        this.instruments = instruments;
        this.links = links;
        this.tags = tags;
        this.patches = patches;
        this.callerContext = callerContext;
    }

    LinkView enter(String code, NewLink wanted) {
        ledger.lock();
        Commitment from = commitments.byCode(code);
        check(from, wanted);
        Commitment to = commitments.byCode(wanted.to());
        Optional<Link> former = links.find(code, wanted.type(), wanted.to());
        refuseTaken(former, code, wanted.type(), wanted.to());
        if (wanted.type() == LinkType.same_promise)
            refuseTaken(links.find(wanted.to(), wanted.type(), code), wanted.to(), wanted.type(), code);
        LinkBody body = new LinkBody(
                code,
                wanted.to(),
                wanted.type(),
                wanted.confidence(),
                wanted.basis(),
                callerContext.caller().actor(),
                null);
        keep(former.orElse(null), body, since(from, to), LinkBody.RECORDED, wanted.reason());
        return byName(code, wanted.type(), wanted.to(), readPoints.now());
    }

    private void check(Commitment from, NewLink wanted) {
        BodyValidation bodyValidation = new BodyValidation();
        Commitment to = null;
        if (bodyValidation.required(wanted.to(), "/to")) {
            to = commitments.findByCode(wanted.to()).orElse(null);
            if (to == null) bodyValidation.fault("/to", "there is no commitment " + wanted.to());
        }
        if (to != null && to.instrument().equals(from.instrument()))
            bodyValidation.fault("/to", "is of the same instrument; a link leads to another one");
        bodyValidation.required(wanted.type(), "/type");
        judged(new LinkDocument(wanted.confidence(), wanted.basis(), false, false, wanted.reason()), bodyValidation);
        bodyValidation.throwIfInvalid();
    }

    private static void judged(LinkDocument wanted, BodyValidation bodyValidation) {
        bodyValidation.required(wanted.confidence(), "/confidence");
        bodyValidation.required(wanted.basis(), "/basis");
        bodyValidation.length(wanted.basis(), NewLink.LONGEST_BASIS, "/basis");
        bodyValidation.reason(wanted.reason());
    }

    private static void refuseTaken(Optional<Link> known, String from, LinkType type, String to) {
        if (known.isPresent() && !known.get().withdrawn())
            throw new ProblemException(
                    ProblemType.ALREADY_EXISTS,
                    "It is recorded that " + from + " " + type + " " + to
                            + "; change or review that link, or withdraw it first.");
    }

    /** From when both are there. */
    private LocalDate since(Commitment from, Commitment to) {
        return Stream.of(from, to)
                .map(end ->
                        instruments.byCode(end.instrument()).view().adopted().date())
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** A link that starts from this commitment and is known. */
    LinkView byName(String code, LinkType type, String to, ReadPoint at) {
        return links.view(code, type, to, at)
                .orElseThrow(() -> at.head()
                        ? ProblemException.unknown(
                                "link", code + " " + type + " " + to, () -> links.from(code, at).stream()
                                        .map(link -> code + " " + link.type() + " " + link.to())
                                        .toList())
                        : at.missing("The link " + code + " " + type + " " + to));
    }

    /**
     * Applies a merge patch and answers with the link as it is then; a patch that changes nothing writes nothing.
     *
     * @param ifMatch tag of the state that the caller has seen
     * @return none when the link is withdrawn now
     * @throws ProblemException when the patched document is not one any more
     */
    Optional<LinkView> change(String code, LinkType type, String to, String ifMatch, JsonNode patch) {
        ledger.lock();
        LinkView seen = byName(code, type, to, readPoints.now());
        tags.requireMatch(ifMatch, seen);
        patches.read(patch, LinkDocument.class);
        Link known = links.find(code, type, to).orElseThrow();
        LinkBody former = known.body();
        LinkDocument was = LinkDocument.of(former);
        LinkDocument wanted = patches.apply(was, patch);
        boolean judgedAnew = !wanted.judgesAs(was);
        check(was, wanted, judgedAnew, former);
        String actor = callerContext.caller().actor();
        if (wanted.isWithdrawn()) {
            LinkBody withdrawn =
                    new LinkBody(code, to, type, former.confidence(), former.basis(), actor, former.reviewedBy());
            keep(known, withdrawn, known.since(), LinkBody.WITHDRAWN, wanted.reason());
            return Optional.empty();
        }
        if (judgedAnew) {
            LinkBody next = new LinkBody(code, to, type, wanted.confidence(), wanted.basis(), actor, null);
            keep(known, next, known.since(), LinkBody.CORRECTED, wanted.reason());
        } else if (wanted.isReviewed() != was.isReviewed()) {
            LinkBody next = former.reviewedBy(wanted.isReviewed() ? actor : null);
            String kind = wanted.isReviewed() ? LinkBody.REVIEWED : LinkBody.CORRECTED;
            keep(known, next, known.since(), kind, wanted.reason());
        }
        return Optional.of(byName(code, type, to, readPoints.now()));
    }

    private void check(LinkDocument was, LinkDocument wanted, boolean judgedAnew, LinkBody former) {
        BodyValidation bodyValidation = new BodyValidation();
        judged(wanted, bodyValidation);
        boolean unreviewed = was.isReviewed() && !wanted.isReviewed();
        boolean needsReason = judgedAnew || unreviewed || wanted.isWithdrawn();
        if (needsReason && wanted.reason() == null)
            bodyValidation.fault("/reason", "is missing: say why the link is changed");
        if (wanted.isReviewed() && !was.isReviewed()) {
            boolean own = judgedAnew || callerContext.caller().is(former.assertedBy());
            if (own) bodyValidation.fault("/reviewed", "is for someone other than who asserts the link");
        }
        bodyValidation.throwIfInvalid();
    }

    private void keep(Link former, LinkBody body, LocalDate since, String kind, String reason) {
        EntryRef recorded =
                ledger.append(new NewEntry(callerContext.caller().actor(), body.subject(), kind, null, reason, body));
        links.replace(former, new Link(body, kind.equals(LinkBody.WITHDRAWN), since, recorded), recorded);
    }
}
