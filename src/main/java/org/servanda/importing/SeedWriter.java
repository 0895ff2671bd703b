package org.servanda.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.servanda.instruments.Passages;
import org.servanda.instruments.TextVersion;
import org.servanda.instruments.TextVersions;
import org.servanda.ledger.Catalogue;
import org.servanda.ledger.Described;
import org.servanda.ledger.Register;
import org.servanda.ledger.Registers;
import org.servanda.parties.Parties;
import org.servanda.parties.Party;
import org.servanda.parties.PartyView;
import org.servanda.vocabularies.Vocabularies;
import org.servanda.vocabularies.Vocabulary;
import org.servanda.vocabularies.VocabularyView;

/**
 * Applies checked seeds as changes: what is new is added, what differs is corrected, what is the same is left alone.
 * Nothing that was ever served under a code disappears.
 */
@ApplicationScoped
class SeedWriter {

    private final Registers registers;
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
            Registers registers,
            Areas areas,
            Parties parties,
            Vocabularies vocabularies,
            Instruments instruments,
            TextVersions texts,
            Passages passages,
            Commitments commitments,
            Links links,
            Tallies tallies) {
        this.registers = registers;
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
        Register register = registers.forWriting();
        Run run = new Run(register, registers.now());
        catalogue(run, areas, seeds.areas(), AreaView::code, Area::new);
        catalogue(run, parties, seeds.parties(), PartyView::code, Party::new);
        catalogue(run, vocabularies, seeds.vocabularies(), VocabularyView::code, Vocabulary::new);
        catalogue(
                run,
                instruments,
                seeds.instruments().stream().map(SeededInstrument::view).toList(),
                InstrumentView::code,
                Instrument::new);
        for (SeededInstrument instrument : seeds.instruments()) {
            String code = instrument.view().code();
            instrument.texts().forEach((lang, content) -> texts.find(code, lang)
                    .ifPresentOrElse(kept -> run.note(kept.revise(content)), () -> {
                        texts.persist(new TextVersion(code, lang, content));
                        run.note(true);
                    }));
            run.note(passages.replace(code, instrument.passages()));
            promises(run, code, instrument.promises());
        }
        links(run, seeds.links());
        if (!run.withdrawn.isEmpty()) throw new BrokenSeeds(run.withdrawn);
        tallies.apply(run.counts);
        return run.changes;
    }

    /** One application of the seeds: counts what it changes, each change moving the revision by one. */
    private static final class Run {

        private final Register register;
        private final Instant now;
        private final TallyChanges counts = new TallyChanges();
        private final List<SeedFault> withdrawn = new ArrayList<>();
        private int changes;

        private Run(Register register, Instant now) {
            this.register = register;
            this.now = now;
        }

        private long note(boolean changed) {
            if (!changed) return register.revision();
            changes++;
            return register.advance(now);
        }
    }

    private static <E extends Described<V>, V extends Record> void catalogue(
            Run run,
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
            run.note(former == null || former.revise(view, place));
        }
    }

    private void promises(Run run, String instrument, List<Promise> promises) {
        Map<String, Commitment> kept = commitments.list("instrument", instrument).stream()
                .collect(Collectors.toMap(Commitment::code, Function.identity()));
        for (Promise promise : promises) {
            Commitment former = kept.remove(promise.code());
            if (former == null) {
                Commitment added = new Commitment(promise, run.note(true), run.now);
                commitments.persist(added);
                run.counts.added(added);
            } else if (former.differsFrom(promise)) {
                run.counts.removed(former);
                former.correct(promise, run.note(true), run.now);
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
            run.note(former == null || former.revise(seed.confidence(), seed.basis()));
        }
        // A link is the reader's judgement, not a pledge: one that a correction takes out was a mistake.
        kept.values().forEach(link -> {
            links.delete(link);
            run.note(true);
        });
    }
}
