package org.servanda.areas;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.servanda.ledger.ReferenceRecord;

/** A subject area. Every commitment has one primary area and any number of other areas. */
@Entity
@Table(name = "area")
public class Area extends ReferenceRecord<AreaView> {

    protected Area() {}

    public Area(AreaView view, int place) {
        super(view.code(), view, place);
    }

    @Override
    protected Class<AreaView> type() {
        return AreaView.class;
    }
}
