package org.servanda.importing;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.areas.Area;
import org.servanda.areas.AreaView;
import org.servanda.areas.Areas;
import org.servanda.importing.Seeds.SeededInstrument;
import org.servanda.instruments.Instrument;
import org.servanda.instruments.InstrumentView;
import org.servanda.instruments.Instruments;
import org.servanda.ledger.ReferenceList;
import org.servanda.ledger.ReferenceRecord;
import org.servanda.parties.Parties;
import org.servanda.parties.Party;
import org.servanda.parties.PartyView;
import org.servanda.vocabularies.Vocabularies;
import org.servanda.vocabularies.Vocabulary;
import org.servanda.vocabularies.VocabularyView;

/** Writes the reference lists of the seeds: areas, parties, vocabularies and instruments, in the order of their files. */
@ApplicationScoped
class ReferenceSeedWriter implements SeedKindWriter {

    private final ListWriter<Area, AreaView> areas;
    private final ListWriter<Party, PartyView> parties;
    private final ListWriter<Vocabulary, VocabularyView> vocabularies;
    private final ListWriter<Instrument, InstrumentView> instruments;

    ReferenceSeedWriter(Areas areas, Parties parties, Vocabularies vocabularies, Instruments instruments) {
        this.areas = new ListWriter<>("area", areas, AreaView::code, Area::new);
        this.parties = new ListWriter<>("party", parties, PartyView::code, Party::new);
        this.vocabularies = new ListWriter<>("vocabulary", vocabularies, VocabularyView::code, Vocabulary::new);
        this.instruments = new ListWriter<>("instrument", instruments, InstrumentView::code, Instrument::new);
    }

    @Override
    public void write(Seeds seeds, SeedChanges changes) {
        areas.write(seeds.areas(), changes);
        parties.write(seeds.parties(), changes);
        vocabularies.write(seeds.vocabularies(), changes);
        instruments.write(
                seeds.instruments().stream().map(SeededInstrument::view).toList(), changes);
    }

    /**
     * Writer of one reference list.
     *
     * @param noun first part of the subject of its entries
     * @param code reads the code off a view
     * @param newRecord makes a record of a view and its place in the list, counted from 1
     */
    private record ListWriter<E extends ReferenceRecord<V>, V extends Record>(
            String noun, ReferenceList<E, V> list, Function<V, String> code, BiFunction<V, Integer, E> newRecord) {

        void write(List<V> views, SeedChanges changes) {
            Map<String, E> recordsByCode =
                    list.listAll().stream().collect(Collectors.toMap(ReferenceRecord::code, Function.identity()));
            for (int place = 1; place <= views.size(); place++) {
                V view = views.get(place - 1);
                E stored = recordsByCode.get(code.apply(view));
                boolean corrected = stored != null && stored.revise(view, place);
                E current = stored == null ? newRecord.apply(view, place) : stored;
                if (stored == null) list.persist(current);
                changes.appendIf(stored == null, corrected, noun + "/" + code.apply(view), current.ledgerBody());
            }
        }
    }
}
