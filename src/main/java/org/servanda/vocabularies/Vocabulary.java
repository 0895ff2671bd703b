package org.servanda.vocabularies;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.servanda.ledger.ReferenceRecord;

/** A vocabulary: a closed list of words with their definitions. */
@Entity
@Table(name = "vocabulary")
public class Vocabulary extends ReferenceRecord<VocabularyView> {

    protected Vocabulary() {}

    public Vocabulary(VocabularyView view, int place) {
        super(view.code(), view, place);
    }

    @Override
    protected Class<VocabularyView> type() {
        return VocabularyView.class;
    }
}
