package org.servanda.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.servanda.commitments.Commitment.Entered;
import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Commitments;
import org.servanda.commitments.links.Link;
import org.servanda.commitments.links.LinkBody;
import org.servanda.commitments.links.Links;
import org.servanda.commitments.standings.StandingProjection;
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
import org.servanda.ledger.EntryRef;
import org.servanda.ledger.Ledger;
import org.servanda.ledger.NewEntry;
import org.servanda.ledger.ReferenceList;
import org.servanda.ledger.ReferenceRecord;
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

    private final Ledger ledger;
    private final Areas areas;
    private final Parties parties;
    private final Vocabularies vocabularies;
    private final Instruments instruments;
    private final TextVersions texts;
    private final Passages passages;
    private final Commitments commitments;
    private final Links links;
    private final StandingProjection projection;

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
            StandingProjection projection) {
        this.ledger = ledger;
        this.areas = areas;
        this.parties = parties;
        this.vocabularies = vocabularies;
        this.instruments = instruments;
        this.texts = texts;
        this.passages = passages;
        this.commitments = commitments;
        this.links = links;
        this.projection = projection;
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
        if (!run.withdrawn.isEmpty()) throw new BrokenSeeds(run.withdrawn);
        links(run, seeds.links(), beginnings(seeds));
        if (run.changes > 0) projection.catchUp(run.touched);
        return run.changes;
    }

    /** One application of the seeds: what it changes, and what it must refuse. */
    private final class Run {

        private final List<Commitment> touched = new ArrayList<>();
        private final List<SeedFault> withdrawn = new ArrayList<>();
        private int changes;

        private EntryRef append(String subject, String kind, LocalDate effectiveOn, Record body) {
            changes++;
            return ledger.append(new NewEntry(ACTOR, subject, kind, effectiveOn, null, body));
        }

        /** An entry for a record that was added or that differed; none for one that is the same. */
        private void note(boolean added, boolean differed, String subject, Record body) {
            if (added || differed) append(subject, added ? RECORDED : CORRECTED, null, body);
        }
    }

    private static <E extends ReferenceRecord<V>, V extends Record> void catalogue(
            Run run,
            String noun,
            ReferenceList<E, V> referenceList,
            List<V> views,
            Function<V, String> code,
            BiFunction<V, Integer, E> entity) {
        Map<String, E> kept =
                referenceList.listAll().stream().collect(Collectors.toMap(ReferenceRecord::code, Function.identity()));
        for (int place = 1; place <= views.size(); place++) {
            V view = views.get(place - 1);
            E former = kept.get(code.apply(view));
            boolean differed = former != null && former.revise(view, place);
            E its = former == null ? entity.apply(view, place) : former;
            if (former == null) referenceList.persist(its);
            run.note(former == null, differed, noun + "/" + code.apply(view), its.placed());
        }
    }

    private void text(Run run, String instrument, Language lang, String content) {
        Optional<TextVersion> kept = texts.find(instrument, lang);
        boolean differed = kept.map(former -> former.revise(content)).orElse(false);
        if (kept.isEmpty()) texts.persist(new TextVersion(instrument, lang, content));
        run.note(kept.isEmpty(), differed, TextVersions.subject(instrument, lang), new TextVersions.Recorded(content));
    }

    private void passages(Run run, String instrument, List<Passage> corrected) {
        boolean none = passages.of(instrument, null).isEmpty();
        boolean differed = passages.replace(instrument, corrected);
        List<PassageView> views = corrected.stream().map(Passage::view).toList();
        run.note(none && differed, differed, Passages.subject(instrument), new Passages.Recorded(views));
    }

    private void promises(Run run, SeededInstrument seeded) {
        String instrument = seeded.view().code();
        LocalDate adopted = seeded.view().adopted().date();
        Map<String, Commitment> kept = commitments.list("instrument", instrument).stream()
                .collect(Collectors.toMap(Commitment::code, Function.identity()));
        // Those whose promise is the same may still stand otherwise: their instrument's dates may be corrected.
        run.touched.addAll(kept.values());
        for (CommitmentText commitmentText : seeded.promises()) {
            Commitment former = kept.remove(commitmentText.code());
            String subject = CommitmentEntryKinds.subject(commitmentText.code());
            if (former == null) {
                run.append(subject, CommitmentEntryKinds.RECORDED, adopted, commitmentText);
                Commitment added = new Commitment(commitmentText, Entered.seeds);
                commitments.persist(added);
                run.touched.add(added);
            } else if (former.differsFrom(commitmentText)) {
                run.append(subject, CommitmentEntryKinds.CORRECTED, adopted, commitmentText);
                former.correct(commitmentText, Entered.seeds);
            }
        }
        kept.values().stream()
                .filter(left -> left.entered(Entered.seeds))
                .forEach(left -> run.withdrawn.add(new SeedFault(
                        "instruments/" + instrument + "/commitments.yaml",
                        1,
                        left.code() + " is in the register but no longer here; a code is never withdrawn")));
    }

    /** What people have asserted or withdrawn since is theirs. */
    private void links(Run run, List<SeedLink> seeds, Map<String, LocalDate> beginnings) {
        Map<String, Link> kept = links.current().stream()
                .collect(Collectors.toMap(link -> link.body().identity(), Function.identity()));
        for (SeedLink seed : seeds) {
            LinkBody body = seed.body(ACTOR);
            Link former = kept.remove(body.identity());
            if (former != null && !former.assertedBy(ACTOR)) continue;
            LocalDate since = since(body, beginnings);
            boolean held = former != null && !former.withdrawn();
            if (held && former.body().saysTheSameAs(body) && former.since().equals(since)) continue;
            EntryRef recorded = run.append(body.subject(), held ? CORRECTED : RECORDED, null, body);
            links.replace(former, new Link(body, false, since, recorded), recorded);
        }
        // A link is the reader's judgement, not a pledge: one that a correction takes out was a mistake.
        kept.values().removeIf(link -> link.withdrawn() || !link.assertedBy(ACTOR));
        kept.values().forEach(link -> {
            EntryRef recorded = run.append(link.body().subject(), LinkBody.WITHDRAWN, null, link.body());
            links.replace(link, new Link(link.body(), true, link.since(), recorded), recorded);
        });
    }

    private static LocalDate since(LinkBody body, Map<String, LocalDate> beginnings) {
        LocalDate one = beginnings.get(body.from());
        LocalDate other = beginnings.get(body.to());
        return one.isAfter(other) ? one : other;
    }

    /** The day from which each commitment is there. */
    private static Map<String, LocalDate> beginnings(Seeds seeds) {
        Map<String, LocalDate> since = new HashMap<>();
        seeds.instruments().forEach(instrument -> instrument
                .promises()
                .forEach(commitmentText -> since.put(
                        commitmentText.code(), instrument.view().adopted().date())));
        return since;
    }
}
