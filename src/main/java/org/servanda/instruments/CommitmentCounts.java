package org.servanda.instruments;

import java.util.Map;

import org.servanda.ledger.ReadPoint;

/** Tells how many commitments instruments contain; whoever keeps these knows. */
public interface CommitmentCounts {

    /** For one instrument. */
    long commitments(String instrument, ReadPoint at);

    /** For all at once, by their codes; one that contains none is absent. */
    Map<String, Long> commitments(ReadPoint at);
}
