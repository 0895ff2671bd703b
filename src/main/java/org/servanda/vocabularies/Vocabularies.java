package org.servanda.vocabularies;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.Catalogue;
import org.servanda.ledger.Entries;

@ApplicationScoped
public class Vocabularies extends Catalogue<Vocabulary, VocabularyView> {

    Vocabularies(Entries entries) {
        super("vocabulary", VocabularyView.class, entries);
    }
}
