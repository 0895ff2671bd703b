package org.servanda.rules;

import java.time.Instant;

/**
 * A fact with its entry in the ledger.
 *
 * @param revision number of the entry; of an update that was accepted, of the entry of the decision (rule 2.2)
 * @param actor role, party where there is one, and key: {@code contributor/TH/k2}
 */
public record Event(long revision, Instant recordedAt, String actor, Fact fact) {}
