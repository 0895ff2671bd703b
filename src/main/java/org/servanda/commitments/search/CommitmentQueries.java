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

/** Reads commitments with their links, one or a page of them; always in the same number of statements. */
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

    /** What stands on one page of a list, and how its next one is asked for. */
    public record StandingPage(List<Standing> items, String next, ListRequest request) {}

    /** The page asked for, at the coordinates of the first one. */
    public StandingPage standings(ListRequest asked) {
        CursorSigner seal = new CursorSigner(readPoints.cursorKey());
        Optional<CursorPosition> mark = Optional.ofNullable(asked.cursor())
                .map(cursor -> CursorPosition.read(seal, cursor, asked.cursorScope()));
        ListRequest request = mark.map(
                        resumed -> asked.at(readPoints.resume(asked.filter().at(), resumed.asOf(), resumed.revision())))
                .orElse(asked);
        List<Standing> found = standings.page(
                request.filter(), request.sort(), mark.map(CommitmentQueries::place), request.limit() + 1);
        boolean more = found.size() > request.limit();
        List<Standing> shown = more ? found.subList(0, request.limit()) : found;
        String next = more ? mark(shown.get(shown.size() - 1), request).seal(seal, request.cursorScope()) : null;
        return new StandingPage(shown, next, request);
    }

    CommitmentPage page(ListRequest asked) {
        StandingPage standingPage = standings(asked);
        CommitmentFilter filter = standingPage.request().filter();
        ReadPoint at = filter.at();
        return new CommitmentPage(
                views(standingPage.items(), at),
                standingPage.next(),
                asked.count() ? count(filter) : null,
                at.asOf(),
                at.knownAt(),
                at.revision());
    }

    private static CursorPosition mark(Standing last, ListRequest request) {
        ReadPoint at = request.filter().at();
        return new CursorPosition(
                at.asOf(), at.revision(), List.of(last.sortValue(request.sort().key()), last.sortKey()));
    }

    private static KeysetPosition place(CursorPosition position) {
        return new KeysetPosition(position.place().get(0), position.place().get(1));
    }

    /** A commitment that is there, with its links. */
    public CommitmentView view(String code, ReadPoint at) {
        return views(List.of(standing(code, at)), at).get(0);
    }

    /** Where the parties of a commitment stand that is there. */
    public PartyStandings parties(String code, ReadPoint at) {
        return PartyStandings.of(standing(code, at).state(), at);
    }

    /** The links of a commitment that is there. */
    List<LinkView> linksOf(String code, ReadPoint at) {
        standing(code, at);
        return links.of(List.of(code), at).getOrDefault(code, List.of());
    }

    public long count(CommitmentFilter filter) {
        return counts.count(filter).orElseGet(() -> standings.count(filter));
    }

    /** A commitment that is there at these coordinates. */
    public Commitment commitment(String code, ReadPoint at) {
        standing(code, at);
        return commitments.byCode(code);
    }

    private Standing standing(String code, ReadPoint at) {
        return standings.findOne(code, at).orElseThrow(() -> {
            commitments.byCode(code);
            return at.missing("The commitment " + code);
        });
    }

    private List<CommitmentView> views(List<Standing> shown, ReadPoint at) {
        Map<String, List<LinkView>> linked =
                links.of(shown.stream().map(Standing::code).toList(), at);
        return shown.stream()
                .map(standing -> standing.view(linked.getOrDefault(standing.code(), List.of()), at.asOf()))
                .toList();
    }
}
