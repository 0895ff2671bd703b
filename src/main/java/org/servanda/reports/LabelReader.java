package org.servanda.reports;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.areas.AreaView;
import org.servanda.areas.Areas;
import org.servanda.instruments.InstrumentView;
import org.servanda.instruments.Instruments;
import org.servanda.ledger.ReadPoint;
import org.servanda.parties.Parties;
import org.servanda.parties.PartyView;
import org.servanda.text.Language;
import org.servanda.vocabularies.Vocabularies;
import org.servanda.vocabularies.VocabularyView;
import org.servanda.vocabularies.VocabularyView.Word;

/** Reads the labels of areas, parties, vocabularies and instruments at a read point. */
@ApplicationScoped
public class LabelReader {

    private final Instruments instruments;
    private final Areas areas;
    private final Parties parties;
    private final Vocabularies vocabularies;

    LabelReader(Instruments instruments, Areas areas, Parties parties, Vocabularies vocabularies) {
        this.instruments = instruments;
        this.areas = areas;
        this.parties = parties;
        this.vocabularies = vocabularies;
    }

    public Labels read(Language lang, ReadPoint at) {
        List<VocabularyView> lists = vocabularies.views(at);
        return new Labels(
                lang,
                Map.of(),
                areas.views(at).stream().collect(Collectors.toMap(AreaView::code, AreaView::label)),
                parties.views(at).stream().collect(Collectors.toMap(PartyView::code, PartyView::name)),
                lists.stream().collect(Collectors.toMap(VocabularyView::code, VocabularyView::label)),
                lists.stream().collect(Collectors.toMap(VocabularyView::code, list -> list.values().stream()
                        .collect(Collectors.toMap(Word::code, Word::label)))));
    }

    /** Labels with the titles of instruments, which only some reports need and which may be very many. */
    public Labels readWithInstruments(Language lang, ReadPoint at) {
        return read(lang, at)
                .with(instruments.views(at).stream()
                        .collect(Collectors.toMap(InstrumentView::code, InstrumentView::title)));
    }
}
