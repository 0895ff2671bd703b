package org.servanda.instruments;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.Entries;
import org.servanda.ledger.ReferenceList;

@ApplicationScoped
public class Instruments extends ReferenceList<Instrument, InstrumentView> {

    Instruments(Entries entries) {
        super("instrument", InstrumentView.class, entries);
    }

    /** An instrument exists from the day of its adoption. */
    @Override
    protected boolean existsOn(InstrumentView view, LocalDate day) {
        return !day.isBefore(view.adopted().date());
    }
}
