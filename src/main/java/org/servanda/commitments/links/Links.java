package org.servanda.commitments.links;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.EndOfTime;
import org.servanda.ledger.EntryRef;
import org.servanda.ledger.ReadPoint;

import static java.util.stream.Collectors.joining;

@ApplicationScoped
public class Links implements PanacheRepository<Link> {

    /** What is known of each link now, also of one that was withdrawn. */
    public List<Link> current() {
        return list("recordedTo", EndOfTime.OPEN);
    }

    /** What is known of one link now, also when it was withdrawn. */
    public Optional<Link> find(String from, LinkType type, String to) {
        return find("source = ?1 and type = ?2 and target = ?3 and recordedTo = ?4", from, type, to, EndOfTime.OPEN)
                .firstResultOptional();
    }

    /** A link from a commitment, as one that it starts from sees it. */
    public Optional<LinkView> view(String from, LinkType type, String to, ReadPoint at) {
        return from(from, at).stream()
                .filter(link -> link.type() == type && link.to().equals(to))
                .findFirst();
    }

    /** The links that start from a commitment. */
    public List<LinkView> from(String code, ReadPoint at) {
        return of(List.of(code), at).getOrDefault(code, List.of()).stream()
                .filter(link -> link.direction() == LinkView.Direction.outgoing)
                .toList();
    }

    /** Which commitments are the same promise at these coordinates. */
    public SamePromiseGroups samePromiseGroups(ReadPoint at) {
        SamePromiseGroups samePromiseGroups = new SamePromiseGroups();
        list(
                        "type = ?1 and withdrawn = false and validFrom <= ?2 and recordedFrom <= ?3 and recordedTo > ?3",
                        LinkType.same_promise,
                        at.asOf(),
                        at.revision())
                .forEach(link -> samePromiseGroups.join(link.source(), link.target()));
        return samePromiseGroups;
    }

    /** From this entry on another thing is known of a link. */
    public void replace(Link former, Link next, EntryRef recorded) {
        if (former != null) former.close(recorded);
        persist(next);
    }

    /** Whatever was known of the links of a commitment up to a revision, in the order in which it was recorded. */
    public List<Link> recordedUpTo(String code, ReadPoint at) {
        return list(
                "(source = ?1 or target = ?1) and validFrom <= ?2 and recordedFrom <= ?3 order by recordedFrom",
                code,
                at.asOf(),
                at.revision());
    }

    /** The links of each of these commitments at coordinates of the two times, in one statement. */
    public Map<String, List<LinkView>> of(Collection<String> codes, ReadPoint at) {
        Map<String, List<LinkView>> seen = new HashMap<>();
        if (codes.isEmpty()) return seen;
        for (Link link : among(new ArrayList<>(codes), at)) {
            for (String end : List.of(link.source(), link.target())) {
                if (codes.contains(end))
                    seen.computeIfAbsent(end, e -> new ArrayList<>()).add(link.seenFrom(end));
            }
        }
        seen.values()
                .forEach(links -> links.sort(Comparator.comparing(LinkView::to)
                        .thenComparing(LinkView::type)
                        .thenComparing(LinkView::direction)));
        return seen;
    }

    /**
     * A list as one parameter would make Hibernate translate the query to SQL each time. So there is a parameter for each
     * code, and the last code fills up to the next power of two, so that there are few such queries.
     */
    private List<Link> among(List<String> codes, ReadPoint at) {
        int size = Integer.highestOneBit(codes.size() * 2 - 1);
        String any = IntStream.range(0, size).mapToObj(i -> ":code" + i).collect(joining(", ", " in (", ")"));
        Map<String, Object> parameters = new HashMap<>(Map.of("asOf", at.asOf(), "revision", at.revision()));
        for (int i = 0; i < size; i++) parameters.put("code" + i, codes.get(Math.min(i, codes.size() - 1)));
        return list(
                "(source" + any + " or target" + any + ") and withdrawn = false and validFrom <= :asOf"
                        + " and recordedFrom <= :revision and recordedTo > :revision",
                parameters);
    }
}
