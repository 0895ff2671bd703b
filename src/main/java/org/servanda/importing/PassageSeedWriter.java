package org.servanda.importing;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.importing.Seeds.SeededInstrument;
import org.servanda.instruments.Passage;
import org.servanda.instruments.PassageView;
import org.servanda.instruments.Passages;

/** Writes the passages of an instrument, all of them in one entry. */
@ApplicationScoped
class PassageSeedWriter implements InstrumentPartWriter {

    private final Passages passages;

    PassageSeedWriter(Passages passages) {
        this.passages = passages;
    }

    @Override
    public void write(SeededInstrument instrument, SeedChanges changes) {
        String code = instrument.view().code();
        boolean first = passages.of(code, null).isEmpty();
        boolean corrected = passages.replace(code, instrument.passages());
        List<PassageView> views =
                instrument.passages().stream().map(Passage::view).toList();
        changes.appendIf(first && corrected, corrected, Passages.subject(code), new Passages.LedgerBody(views));
    }
}
