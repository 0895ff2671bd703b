package org.servanda.parties;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.servanda.ledger.ReferenceRecord;

/** An actor: who signed, who leads, who supports. */
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
