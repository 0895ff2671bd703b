package org.servanda.commitments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.Coordinates;

import static java.util.stream.Collectors.joining;

@ApplicationScoped
public class Links implements PanacheRepository<Link> {

    /** The links as they are known now. */
    public List<Link> known() {
        return list("recordedTo", Standing.OPEN);
    }

    /** The links of each of these commitments at coordinates of the two times, in one statement. */
    Map<String, List<LinkView>> of(Collection<String> codes, Coordinates at) {
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
    private List<Link> among(List<String> codes, Coordinates at) {
        int size = Integer.highestOneBit(codes.size() * 2 - 1);
        String any = IntStream.range(0, size).mapToObj(i -> ":code" + i).collect(joining(", ", " in (", ")"));
        Map<String, Object> parameters = new HashMap<>(Map.of("asOf", at.asOf(), "revision", at.revision()));
        for (int i = 0; i < size; i++) parameters.put("code" + i, codes.get(Math.min(i, codes.size() - 1)));
        return list(
                "(source" + any + " or target" + any + ") and validFrom <= :asOf"
                        + " and recordedFrom <= :revision and recordedTo > :revision",
                parameters);
    }
}
