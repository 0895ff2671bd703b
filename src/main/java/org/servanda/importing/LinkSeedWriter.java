package org.servanda.importing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.links.Link;
import org.servanda.commitments.links.LinkBody;
import org.servanda.commitments.links.Links;
import org.servanda.ledger.EntryRef;

/** Writes the links of the seeds; a link that a person has asserted or withdrawn since is left alone. */
@ApplicationScoped
class LinkSeedWriter implements SeedKindWriter {

    private final Links links;

    LinkSeedWriter(Links links) {
        this.links = links;
    }

    @Override
    public void write(Seeds seeds, SeedChanges changes) {
        Map<String, LocalDate> adoptionDays = adoptionDays(seeds);
        Map<String, Link> unseen = links.current().stream()
                .collect(Collectors.toMap(link -> link.body().identity(), Function.identity()));
        for (SeedLink seed : seeds.links()) {
            LinkBody body = seed.body(SeedChanges.ACTOR);
            write(body, unseen.remove(body.identity()), since(body, adoptionDays), changes);
        }
        // A link is a reader's judgement, not a commitment: a link that a correction removes was a mistake.
        unseen.values().stream()
                .filter(link -> !link.withdrawn() && link.assertedBy(SeedChanges.ACTOR))
                .forEach(link -> withdraw(link, changes));
    }

    /** @param stored null where the register does not have the link yet */
    private void write(LinkBody body, Link stored, LocalDate since, SeedChanges changes) {
        if (stored != null && !stored.assertedBy(SeedChanges.ACTOR)) return;
        boolean valid = stored != null && !stored.withdrawn();
        if (valid && stored.body().saysTheSameAs(body) && stored.since().equals(since)) return;
        EntryRef recorded =
                changes.append(body.subject(), valid ? SeedChanges.CORRECTED : SeedChanges.RECORDED, null, body);
        links.replace(stored, new Link(body, false, since, recorded), recorded);
    }

    private void withdraw(Link link, SeedChanges changes) {
        EntryRef recorded = changes.append(link.body().subject(), LinkBody.WITHDRAWN, null, link.body());
        links.replace(link, new Link(link.body(), true, link.since(), recorded), recorded);
    }

    /** The day from which both commitments of the link exist. */
    private static LocalDate since(LinkBody body, Map<String, LocalDate> adoptionDays) {
        LocalDate from = adoptionDays.get(body.from());
        LocalDate to = adoptionDays.get(body.to());
        return from.isAfter(to) ? from : to;
    }

    /** The day from which each commitment exists, by its code. */
    private static Map<String, LocalDate> adoptionDays(Seeds seeds) {
        Map<String, LocalDate> days = new HashMap<>();
        seeds.instruments().forEach(instrument -> instrument
                .commitments()
                .forEach(text ->
                        days.put(text.code(), instrument.view().adopted().date())));
        return days;
    }
}
