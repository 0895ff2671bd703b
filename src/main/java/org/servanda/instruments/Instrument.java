package org.servanda.instruments;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.servanda.ledger.Described;
import org.servanda.web.Refusal;

/** A source document. */
@Entity
@Table(name = "instrument")
public class Instrument extends Described<InstrumentView> {

    protected Instrument() {}

    public Instrument(InstrumentView view, int place) {
        super(view.code(), view, place);
    }

    @Override
    protected Class<InstrumentView> type() {
        return InstrumentView.class;
    }

    /** The language version {@code lang}; refuses when the instrument has none. */
    TextVersionView textIn(String lang) {
        InstrumentView view = view();
        return view.texts().stream()
                .filter(text -> text.lang().name().equals(lang))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("text of " + code() + " in", lang, () -> view.languages().stream()
                        .map(Enum::name)
                        .toList()));
    }
}
