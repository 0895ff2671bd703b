package org.servanda.importing;

import java.util.List;
import java.util.Map;

import org.servanda.areas.AreaView;
import org.servanda.commitments.CommitmentText;
import org.servanda.instruments.InstrumentView;
import org.servanda.instruments.Passage;
import org.servanda.parties.PartyView;
import org.servanda.text.Language;
import org.servanda.vocabularies.VocabularyView;

/** The seeds as a whole, checked: every quotation found, every reference resolved. */
record Seeds(
        List<AreaView> areas,
        List<PartyView> parties,
        List<VocabularyView> vocabularies,
        List<SeededInstrument> instruments,
        List<SeedLink> links) {

    /** An instrument with its texts (only those that are shipped), its passages and what it promises. */
    record SeededInstrument(
            InstrumentView view,
            Map<Language, String> texts,
            List<Passage> passages,
            List<CommitmentText> commitments) {}
}
