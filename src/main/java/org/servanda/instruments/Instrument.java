package org.servanda.instruments;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.servanda.ledger.ReferenceRecord;

/** An instrument: a source document of commitments. */
@Entity
@Table(name = "instrument")
public class Instrument extends ReferenceRecord<InstrumentView> {

    protected Instrument() {}

    public Instrument(InstrumentView view, int place) {
        super(view.code(), view, place);
    }

    @Override
    protected Class<InstrumentView> type() {
        return InstrumentView.class;
    }
}
