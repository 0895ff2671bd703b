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

/** All seeds after the checks: every quotation is found, every reference resolved. */
record Seeds(
        List<AreaView> areas,
        List<PartyView> parties,
        List<VocabularyView> vocabularies,
        List<SeededInstrument> instruments,
        List<SeedLink> links) {

    /** An instrument with the texts that are shipped, its passages and its commitments. */
    record SeededInstrument(
            InstrumentView view,
            Map<Language, String> texts,
            List<Passage> passages,
            List<CommitmentText> commitments) {}
}
