package org.servanda.ledger;

import java.time.Instant;

/** Where in the ledger a change stands: the number of its entry, which is the revision, and when it was recorded. */
public record EntryRef(long sequence, Instant at) {}
