package org.servanda.vocabularies;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.Entries;
import org.servanda.ledger.ReferenceList;

@ApplicationScoped
public class Vocabularies extends ReferenceList<Vocabulary, VocabularyView> {

    Vocabularies(Entries entries) {
        super("vocabulary", VocabularyView.class, entries);
    }
}
