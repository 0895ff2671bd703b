package org.servanda.instruments;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.Catalogue;

@ApplicationScoped
public class Instruments extends Catalogue<Instrument> {

    Instruments() {
        super("instrument");
    }
}
