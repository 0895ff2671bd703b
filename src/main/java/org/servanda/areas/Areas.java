package org.servanda.areas;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.Catalogue;
import org.servanda.ledger.Entries;

@ApplicationScoped
public class Areas extends Catalogue<Area, AreaView> {

    Areas(Entries entries) {
        super("area", AreaView.class, entries);
    }
}
