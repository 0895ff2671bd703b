package org.servanda.parties;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.Catalogue;
import org.servanda.ledger.Entries;

@ApplicationScoped
public class Parties extends Catalogue<Party, PartyView> {

    Parties(Entries entries) {
        super("party", PartyView.class, entries);
    }
}
