package org.servanda.vocabularies;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.Catalogue;

@ApplicationScoped
public class Vocabularies extends Catalogue<Vocabulary> {

    Vocabularies() {
        super("vocabulary");
    }
}
