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

/** Writes links between commitments: asserts, reviews, changes and withdraws them. */
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

    LinkView enter(String code, NewLink newLink) {
        ledger.lock();
        Commitment from = commitments.byCode(code);
        check(from, newLink);
        Commitment to = commitments.byCode(newLink.to());
        Optional<Link> stored = links.find(code, newLink.type(), newLink.to());
        refuseExisting(stored, code, newLink.type(), newLink.to());
        if (newLink.type() == LinkType.same_promise)
            refuseExisting(links.find(newLink.to(), newLink.type(), code), newLink.to(), newLink.type(), code);
        LinkBody body = new LinkBody(
                code,
                newLink.to(),
                newLink.type(),
                newLink.confidence(),
                newLink.basis(),
                callerContext.caller().actor(),
                null);
        append(stored.orElse(null), body, validFrom(from, to), LinkBody.RECORDED, newLink.reason());
        return byName(code, newLink.type(), newLink.to(), readPoints.now());
    }

    private void check(Commitment from, NewLink newLink) {
        BodyValidation bodyValidation = new BodyValidation();
        Commitment to = null;
        if (bodyValidation.required(newLink.to(), "/to")) {
            to = commitments.findByCode(newLink.to()).orElse(null);
            if (to == null) bodyValidation.fault("/to", "there is no commitment " + newLink.to());
        }
        if (to != null && to.instrument().equals(from.instrument()))
            bodyValidation.fault("/to", "is of the same instrument; a link leads to another one");
        bodyValidation.required(newLink.type(), "/type");
        checkJudgement(
                new LinkDocument(newLink.confidence(), newLink.basis(), false, false, newLink.reason()),
                bodyValidation);
        bodyValidation.throwIfInvalid();
    }

    private static void checkJudgement(LinkDocument newLink, BodyValidation bodyValidation) {
        bodyValidation.required(newLink.confidence(), "/confidence");
        bodyValidation.required(newLink.basis(), "/basis");
        bodyValidation.length(newLink.basis(), NewLink.LONGEST_BASIS, "/basis");
        bodyValidation.reason(newLink.reason());
    }

    private static void refuseExisting(Optional<Link> known, String from, LinkType type, String to) {
        if (known.isPresent() && !known.get().withdrawn())
            throw new ProblemException(
                    ProblemType.ALREADY_EXISTS,
                    "It is recorded that " + from + " " + type + " " + to
                            + "; change or review that link, or withdraw it first.");
    }

    /** The day from which both commitments exist. */
    private LocalDate validFrom(Commitment from, Commitment to) {
        return Stream.of(from, to)
                .map(end ->
                        instruments.byCode(end.instrument()).view().adopted().date())
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /**
     * A link by its commitments and type, at the read point.
     *
     * @throws ProblemException where there is no such link, or not yet
     */
    LinkView byName(String code, LinkType type, String to, ReadPoint at) {
        return links.view(code, type, to, at)
                .orElseThrow(() -> at.head()
                        ? ProblemException.unknown(
                                "link", code + " " + type + " " + to, () -> links.from(code, at).stream()
                                        .map(link -> code + " " + link.type() + " " + link.to())
                                        .toList())
                        : at.notFound("The link " + code + " " + type + " " + to));
    }

    /**
     * Applies a merge patch; a patch that changes nothing writes nothing.
     *
     * @param ifMatch entity tag of the link that the caller has read
     * @return the link after the patch; empty where it is withdrawn now
     * @throws ProblemException where the patched document breaks a rule
     */
    Optional<LinkView> change(String code, LinkType type, String to, String ifMatch, JsonNode patch) {
        ledger.lock();
        LinkView view = byName(code, type, to, readPoints.now());
        tags.requireMatch(ifMatch, view);
        patches.read(patch, LinkDocument.class);
        Link link = links.find(code, type, to).orElseThrow();
        LinkBody body = link.body();
        LinkDocument current = LinkDocument.of(body);
        LinkDocument patched = patches.apply(current, patch);
        boolean newJudgement = !patched.sameJudgement(current);
        check(current, patched, newJudgement, body);
        String actor = callerContext.caller().actor();
        if (patched.isWithdrawn()) {
            LinkBody withdrawn =
                    new LinkBody(code, to, type, body.confidence(), body.basis(), actor, body.reviewedBy());
            append(link, withdrawn, link.since(), LinkBody.WITHDRAWN, patched.reason());
            return Optional.empty();
        }
        if (newJudgement) {
            LinkBody next = new LinkBody(code, to, type, patched.confidence(), patched.basis(), actor, null);
            append(link, next, link.since(), LinkBody.CORRECTED, patched.reason());
        } else if (patched.isReviewed() != current.isReviewed()) {
            LinkBody next = body.reviewedBy(patched.isReviewed() ? actor : null);
            String kind = patched.isReviewed() ? LinkBody.REVIEWED : LinkBody.CORRECTED;
            append(link, next, link.since(), kind, patched.reason());
        }
        return Optional.of(byName(code, type, to, readPoints.now()));
    }

    private void check(LinkDocument current, LinkDocument patched, boolean newJudgement, LinkBody body) {
        BodyValidation bodyValidation = new BodyValidation();
        checkJudgement(patched, bodyValidation);
        boolean unreviewed = current.isReviewed() && !patched.isReviewed();
        boolean needsReason = newJudgement || unreviewed || patched.isWithdrawn();
        if (needsReason && patched.reason() == null)
            bodyValidation.fault("/reason", "is missing: say why the link is changed");
        if (patched.isReviewed() && !current.isReviewed()) {
            boolean own = newJudgement || callerContext.caller().is(body.assertedBy());
            if (own) bodyValidation.fault("/reviewed", "is for someone other than who asserts the link");
        }
        bodyValidation.throwIfInvalid();
    }

    private void append(Link stored, LinkBody body, LocalDate validFrom, String kind, String reason) {
        EntryRef recorded =
                ledger.append(new NewEntry(callerContext.caller().actor(), body.subject(), kind, null, reason, body));
        links.replace(stored, new Link(body, kind.equals(LinkBody.WITHDRAWN), validFrom, recorded), recorded);
    }
}
