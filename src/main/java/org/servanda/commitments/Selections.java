package org.servanda.commitments;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.servanda.commitments.Standings.Place;
import org.servanda.ledger.Coordinates;
import org.servanda.web.Refusal;

/** Walks all commitments of a filter in the order of their codes, however many they are, in little memory. */
@ApplicationScoped
public class Selections {

    /** Few enough to keep in memory with all their texts, enough that a question to the store costs little for each. */
    private static final int AT_ONCE = 500;

    private final Listings listings;
    private final Standings standings;
    private final EntityManager entities;

    Selections(Listings listings, Standings standings, EntityManager entities) {
        this.listings = listings;
        this.standings = standings;
        this.entities = entities;
    }

    /** @throws Refusal for a filter that cannot be read or names what is not there */
    public Selection of(FilterParameters filter, Coordinates at) {
        return new Selection(listings.filter(filter, at));
    }

    /** Hands over one commitment after the other, without its links. What was read before is forgotten on the way. */
    public void each(Selection selection, Consumer<CommitmentView> taker) {
        Optional<Place> behind = Optional.empty();
        List<Standing> page;
        do {
            page = standings.page(selection.filter(), SortOrder.DEFAULT, behind, AT_ONCE);
            for (Standing standing : page)
                taker.accept(standing.view(null, selection.at().asOf()));
            if (!page.isEmpty()) {
                Standing last = page.get(page.size() - 1);
                behind = Optional.of(new Place(last.sortValue(SortOrder.Key.code), last.sortKey()));
            }
            entities.clear();
        } while (page.size() == AT_ONCE);
    }
}
