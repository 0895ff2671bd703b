package org.servanda.commitments.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.Commitment;
import org.servanda.commitments.Commitments;
import org.servanda.commitments.counts.FacetCounts;
import org.servanda.commitments.filters.CommitmentFilter;
import org.servanda.commitments.filters.KeysetPosition;
import org.servanda.commitments.links.LinkView;
import org.servanda.commitments.links.Links;
import org.servanda.commitments.standings.CommitmentView;
import org.servanda.commitments.standings.Standing;
import org.servanda.commitments.standings.Standings;
import org.servanda.ledger.CursorPosition;
import org.servanda.ledger.ReadPoint;
import org.servanda.ledger.ReadPoints;
import org.servanda.web.CursorSigner;

/** The queries of the reading API: one commitment or a page of commitments with their links, in a fixed number of statements. */
@ApplicationScoped
public class CommitmentQueries {

    private final Commitments commitments;
    private final Standings standings;
    private final Links links;
    private final FacetCounts counts;
    private final ReadPoints readPoints;

    CommitmentQueries(
            Commitments commitments, Standings standings, Links links, FacetCounts counts, ReadPoints readPoints) {
        this.commitments = commitments;
        this.standings = standings;
        this.links = links;
        this.counts = counts;
        this.readPoints = readPoints;
    }

    /** One page of standings. @param next cursor of the next page, null on the last page */
    public record StandingPage(List<Standing> items, String next, ListRequest request) {}

    /** The page of a request; a cursor continues at the read point of the first page. */
    public StandingPage standings(ListRequest requested) {
        CursorSigner signer = new CursorSigner(readPoints.cursorKey());
        Optional<CursorPosition> cursorPosition = Optional.ofNullable(requested.cursor())
                .map(cursor -> CursorPosition.read(signer, cursor, requested.cursorScope()));
        ListRequest request = cursorPosition
                .map(resumed ->
                        requested.at(readPoints.atCursor(requested.filter().at(), resumed.asOf(), resumed.revision())))
                .orElse(requested);
        // One row more than the page, to know whether there is a next page.
        List<Standing> rows = standings.page(
                request.filter(),
                request.sort(),
                cursorPosition.map(CommitmentQueries::keysetPosition),
                request.limit() + 1);
        boolean hasNext = rows.size() > request.limit();
        List<Standing> items = hasNext ? rows.subList(0, request.limit()) : rows;
        String next = hasNext
                ? cursorPosition(items.get(items.size() - 1), request).toCursor(signer, request.cursorScope())
                : null;
        return new StandingPage(items, next, request);
    }

    CommitmentPage page(ListRequest request) {
        StandingPage standingPage = standings(request);
        CommitmentFilter filter = standingPage.request().filter();
        ReadPoint at = filter.at();
        return new CommitmentPage(
                views(standingPage.items(), at),
                standingPage.next(),
                request.count() ? count(filter) : null,
                at.asOf(),
                at.knownAt(),
                at.revision());
    }

    private static CursorPosition cursorPosition(Standing last, ListRequest request) {
        ReadPoint at = request.filter().at();
        return new CursorPosition(
                at.asOf(), at.revision(), List.of(last.sortValue(request.sort().key()), last.sortKey()));
    }

    private static KeysetPosition keysetPosition(CursorPosition position) {
        return new KeysetPosition(position.itemKey().get(0), position.itemKey().get(1));
    }

    /** A commitment with its links; a problem where it does not exist at the read point. */
    public CommitmentView view(String code, ReadPoint at) {
        return views(List.of(standing(code, at)), at).get(0);
    }

    /** The progress of the parties of a commitment; a problem where it does not exist at the read point. */
    public PartyStandings parties(String code, ReadPoint at) {
        return PartyStandings.of(standing(code, at).state(), at);
    }

    /** The links of a commitment; a problem where it does not exist at the read point. */
    List<LinkView> linksOf(String code, ReadPoint at) {
        standing(code, at);
        return links.of(List.of(code), at).getOrDefault(code, List.of());
    }

    public long count(CommitmentFilter filter) {
        return counts.count(filter).orElseGet(() -> standings.count(filter));
    }

    /** The entity of a commitment; a problem where it does not exist at the read point. */
    public Commitment commitment(String code, ReadPoint at) {
        standing(code, at);
        return commitments.byCode(code);
    }

    private Standing standing(String code, ReadPoint at) {
        return standings.findOne(code, at).orElseThrow(() -> {
            commitments.byCode(code);
            return at.notFound("The commitment " + code);
        });
    }

    private List<CommitmentView> views(List<Standing> rows, ReadPoint at) {
        Map<String, List<LinkView>> linksByCode =
                links.of(rows.stream().map(Standing::code).toList(), at);
        return rows.stream()
                .map(standing -> standing.view(linksByCode.getOrDefault(standing.code(), List.of()), at.asOf()))
                .toList();
    }
}
