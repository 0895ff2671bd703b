package org.servanda.instruments;

import java.util.Map;

import org.servanda.ledger.ReadPoint;

/**
 * Service interface for the number of commitments of instruments. Implemented by the package commitments, which this
 * package does not know.
 */
public interface CommitmentCounts {

    /** The number of commitments of one instrument. */
    long commitments(String instrument, ReadPoint at);

    /**
     * The numbers of commitments of all instruments, by instrument code; an instrument without commitments is absent.
     */
    Map<String, Long> commitments(ReadPoint at);
}
