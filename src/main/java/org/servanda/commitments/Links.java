package org.servanda.commitments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.Coordinates;

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
        for (Link link : list(
                "(source in ?1 or target in ?1) and validFrom <= ?2 and recordedFrom <= ?3 and recordedTo > ?3",
                codes,
                at.asOf(),
                at.revision())) {
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
}
