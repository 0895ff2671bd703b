package org.servanda.parties;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.Catalogue;

@ApplicationScoped
public class Parties extends Catalogue<Party> {

    Parties() {
        super("party");
    }
}
