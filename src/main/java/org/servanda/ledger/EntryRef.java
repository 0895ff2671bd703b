package org.servanda.ledger;

import java.time.Instant;

/** Reference to a ledger entry: its number, which is the revision, and the moment at which it was recorded. */
public record EntryRef(long sequence, Instant at) {}
