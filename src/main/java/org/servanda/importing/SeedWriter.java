package org.servanda.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.areas.Area;
import org.servanda.areas.AreaView;
import org.servanda.areas.Areas;
import org.servanda.commitments.Commitment;
import org.servanda.commitments.Commitments;
import org.servanda.commitments.Link;
import org.servanda.commitments.Links;
import org.servanda.commitments.Promise;
import org.servanda.commitments.Tallies;
import org.servanda.commitments.TallyChanges;
import org.servanda.importing.SeedFault.BrokenSeeds;
import org.servanda.importing.Seeds.SeededInstrument;
import org.servanda.instruments.Instrument;
import org.servanda.instruments.InstrumentView;
import org.servanda.instruments.Instruments;
import org.servanda.instruments.Passage;
import org.servanda.instruments.PassageView;
import org.servanda.instruments.Passages;
import org.servanda.instruments.TextVersion;
import org.servanda.instruments.TextVersions;
import org.servanda.ledger.Catalogue;
import org.servanda.ledger.Described;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.ledger.Recorded;
import org.servanda.parties.Parties;
import org.servanda.parties.Party;
import org.servanda.parties.PartyView;
import org.servanda.text.Language;
import org.servanda.vocabularies.Vocabularies;
import org.servanda.vocabularies.Vocabulary;
import org.servanda.vocabularies.VocabularyView;

/**
 * Applies checked seeds as changes: what is new is added, what differs is corrected, what is the same is left alone.
 * Nothing that was ever served under a code disappears.
 */
@ApplicationScoped
class SeedWriter {

    private static final String ACTOR = "seeds";
    private static final String RECORDED = "recorded";
    private static final String CORRECTED = "corrected";
    private static final String WITHDRAWN = "withdrawn";

    private final Ledger ledger;
    private final Areas areas;
    private final Parties parties;
    private final Vocabularies vocabularies;
    private final Instruments instruments;
    private final TextVersions texts;
    private final Passages passages;
    private final Commitments commitments;
    private final Links links;
    private final Tallies tallies;

    SeedWriter(
            Ledger ledger,
            Areas areas,
            Parties parties,
            Vocabularies vocabularies,
            Instruments instruments,
            TextVersions texts,
            Passages passages,
            Commitments commitments,
            Links links,
            Tallies tallies) {
        this.ledger = ledger;
        this.areas = areas;
        this.parties = parties;
        this.vocabularies = vocabularies;
        this.instruments = instruments;
        this.texts = texts;
        this.passages = passages;
        this.commitments = commitments;
        this.links = links;
        this.tallies = tallies;
    }

    /** Number of records that were added or corrected. The caller's transaction holds it all. */
    int apply(Seeds seeds) {
        ledger.lock();
        Run run = new Run();
        catalogue(run, "area", areas, seeds.areas(), AreaView::code, Area::new);
        catalogue(run, "party", parties, seeds.parties(), PartyView::code, Party::new);
        catalogue(run, "vocabulary", vocabularies, seeds.vocabularies(), VocabularyView::code, Vocabulary::new);
        catalogue(
                run,
                "instrument",
                instruments,
                seeds.instruments().stream().map(SeededInstrument::view).toList(),
                InstrumentView::code,
                Instrument::new);
        for (SeededInstrument instrument : seeds.instruments()) {
            String code = instrument.view().code();
            instrument.texts().forEach((lang, content) -> text(run, code, lang, content));
            passages(run, code, instrument.passages());
            promises(run, instrument);
        }
        links(run, seeds.links());
        if (!run.withdrawn.isEmpty()) throw new BrokenSeeds(run.withdrawn);
        tallies.apply(run.counts);
        return run.changes;
    }

    /** One application of the seeds: what it changes, and what it must refuse. */
    private final class Run {

        private final TallyChanges counts = new TallyChanges();
        private final List<SeedFault> withdrawn = new ArrayList<>();
        private int changes;

        private Recorded append(String subject, String kind, LocalDate effectiveOn, Record body) {
            changes++;
            return ledger.append(new NewEntry(ACTOR, subject, kind, effectiveOn, null, body));
        }

        /** An entry for a record that was added or that differed; none for one that is the same. */
        private void note(boolean added, boolean differed, String subject, Record body) {
            if (added || differed) append(subject, added ? RECORDED : CORRECTED, null, body);
        }
    }

    /** The passages of an instrument, as the ledger keeps them. */
    private record PassageList(List<PassageView> passages) {}

    /** A cleaned text, as the ledger keeps it. */
    private record Text(String text) {}

    /** A link that was taken out, as the ledger keeps it. */
    private record Withdrawn(String link) {}

    private static <E extends Described<V>, V extends Record> void catalogue(
            Run run,
            String noun,
            Catalogue<E> catalogue,
            List<V> views,
            Function<V, String> code,
            BiFunction<V, Integer, E> entity) {
        Map<String, E> kept =
                catalogue.listAll().stream().collect(Collectors.toMap(Described::code, Function.identity()));
        for (int place = 1; place <= views.size(); place++) {
            V view = views.get(place - 1);
            E former = kept.get(code.apply(view));
            if (former == null) catalogue.persist(entity.apply(view, place));
            boolean differed = former != null && former.revise(view, place);
            run.note(former == null, differed, noun + "/" + code.apply(view), view);
        }
    }

    private void text(Run run, String instrument, Language lang, String content) {
        Optional<TextVersion> kept = texts.find(instrument, lang);
        boolean differed = kept.map(former -> former.revise(content)).orElse(false);
        if (kept.isEmpty()) texts.persist(new TextVersion(instrument, lang, content));
        run.note(kept.isEmpty(), differed, "text/" + instrument + "/" + lang, new Text(content));
    }

    private void passages(Run run, String instrument, List<Passage> corrected) {
        boolean none = passages.of(instrument, null).isEmpty();
        boolean differed = passages.replace(instrument, corrected);
        List<PassageView> views = corrected.stream().map(Passage::view).toList();
        run.note(none && differed, differed, "passages/" + instrument, new PassageList(views));
    }

    private void promises(Run run, SeededInstrument seeded) {
        String instrument = seeded.view().code();
        LocalDate adopted = seeded.view().adopted().date();
        Map<String, Commitment> kept = commitments.list("instrument", instrument).stream()
                .collect(Collectors.toMap(Commitment::code, Function.identity()));
        for (Promise promise : seeded.promises()) {
            Commitment former = kept.remove(promise.code());
            String subject = "commitment/" + promise.code();
            if (former == null) {
                Commitment added = new Commitment(promise, run.append(subject, RECORDED, adopted, promise));
                commitments.persist(added);
                run.counts.added(added);
            } else if (former.differsFrom(promise)) {
                run.counts.removed(former);
                former.correct(promise, run.append(subject, CORRECTED, adopted, promise));
                run.counts.added(former);
            }
        }
        kept.keySet()
                .forEach(code -> run.withdrawn.add(new SeedFault(
                        "instruments/" + instrument + "/commitments.yaml",
                        1,
                        code + " is in the register but no longer here; a code is never withdrawn")));
    }

    private void links(Run run, List<SeedLink> seeds) {
        Map<String, Link> kept =
                links.listAll().stream().collect(Collectors.toMap(Link::identity, Function.identity()));
        for (SeedLink seed : seeds) {
            Link link = new Link(seed.from(), seed.to(), seed.type(), seed.confidence(), seed.basis());
            Link former = kept.remove(link.identity());
            if (former == null) links.persist(link);
            boolean differed = former != null && former.revise(seed.confidence(), seed.basis());
            run.note(former == null, differed, "link/" + link.identity(), seed);
        }
        // A link is the reader's judgement, not a pledge: one that a correction takes out was a mistake.
        kept.values().forEach(link -> {
            links.delete(link);
            run.append("link/" + link.identity(), WITHDRAWN, null, new Withdrawn(link.identity()));
        });
    }
}
