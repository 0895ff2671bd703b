package org.servanda.areas;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.Catalogue;

@ApplicationScoped
public class Areas extends Catalogue<Area> {

    Areas() {
        super("area");
    }
}
