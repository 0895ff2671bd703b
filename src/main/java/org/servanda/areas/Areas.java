package org.servanda.areas;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.Entries;
import org.servanda.ledger.ReferenceList;

@ApplicationScoped
public class Areas extends ReferenceList<Area, AreaView> {

    Areas(Entries entries) {
        super("area", AreaView.class, entries);
    }
}
