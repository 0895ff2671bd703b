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

/** The repository of links. */
@ApplicationScoped
public class Links implements PanacheRepository<Link> {

    /** All links as known now, withdrawn links too. */
    public List<Link> current() {
        return list("recordedTo", EndOfTime.OPEN);
    }

    /** A link as known now, also when it was withdrawn. */
    public Optional<Link> find(String from, LinkType type, String to) {
        return find("source = ?1 and type = ?2 and target = ?3 and recordedTo = ?4", from, type, to, EndOfTime.OPEN)
                .firstResultOptional();
    }

    /** A link at a read point, seen from the commitment that it starts from. */
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

    /** The groups of commitments that are the same promise at a read point. */
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

    /** Closes the current version of a link, if there is one, and inserts the next version. */
    public void replace(Link current, Link next, EntryRef recorded) {
        if (current != null) current.close(recorded);
        persist(next);
    }

    /** All versions of the links of a commitment that were recorded up to a read point, in recorded order. */
    public List<Link> recordedUpTo(String code, ReadPoint at) {
        return list(
                "(source = ?1 or target = ?1) and validFrom <= ?2 and recordedFrom <= ?3 order by recordedFrom",
                code,
                at.asOf(),
                at.revision());
    }

    /** The links at a read point by the code of the commitment, in one statement. */
    public Map<String, List<LinkView>> of(Collection<String> codes, ReadPoint at) {
        Map<String, List<LinkView>> viewsByCode = new HashMap<>();
        if (codes.isEmpty()) return viewsByCode;
        for (Link link : among(new ArrayList<>(codes), at)) {
            for (String end : List.of(link.source(), link.target())) {
                if (codes.contains(end))
                    viewsByCode.computeIfAbsent(end, none -> new ArrayList<>()).add(link.seenFrom(end));
            }
        }
        viewsByCode
                .values()
                .forEach(links -> links.sort(Comparator.comparing(LinkView::to)
                        .thenComparing(LinkView::type)
                        .thenComparing(LinkView::direction)));
        return viewsByCode;
    }

    /**
     * The links of several commitments. Hibernate would translate the query to SQL each time for a list as one parameter. So
     * there is a parameter for each code, and the last code fills up to the next power of two, so that there are few queries.
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
