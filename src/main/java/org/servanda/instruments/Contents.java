package org.servanda.instruments;

import org.servanda.ledger.Coordinates;

/** Tells how many commitments an instrument contains; whoever keeps these knows. */
public interface Contents {

    long commitments(String instrument, Coordinates at);
}
