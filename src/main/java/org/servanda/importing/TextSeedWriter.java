package org.servanda.importing;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.importing.Seeds.SeededInstrument;
import org.servanda.instruments.TextVersion;
import org.servanda.instruments.TextVersions;
import org.servanda.text.Language;

/** Writes the texts of an instrument, one for each language in which it is shipped. */
@ApplicationScoped
class TextSeedWriter implements InstrumentPartWriter {

    private final TextVersions texts;

    TextSeedWriter(TextVersions texts) {
        this.texts = texts;
    }

    @Override
    public void write(SeededInstrument instrument, SeedChanges changes) {
        String code = instrument.view().code();
        instrument.texts().forEach((language, content) -> write(code, language, content, changes));
    }

    private void write(String instrument, Language language, String content, SeedChanges changes) {
        Optional<TextVersion> stored = texts.find(instrument, language);
        boolean corrected = stored.map(text -> text.revise(content)).orElse(false);
        if (stored.isEmpty()) texts.persist(new TextVersion(instrument, language, content));
        changes.appendIf(
                stored.isEmpty(),
                corrected,
                TextVersions.subject(instrument, language),
                new TextVersions.LedgerBody(content));
    }
}
