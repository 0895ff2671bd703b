package org.servanda.parties;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.servanda.ledger.ReferenceRecord;

/** A party: a state or other actor that signs, leads or supports. */
@Entity
@Table(name = "party")
public class Party extends ReferenceRecord<PartyView> {

    protected Party() {}

    public Party(PartyView view, int place) {
        super(view.code(), view, place);
    }

    @Override
    protected Class<PartyView> type() {
        return PartyView.class;
    }
}
