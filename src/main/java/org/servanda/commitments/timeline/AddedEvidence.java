package org.servanda.commitments.timeline;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Evidence that was added after an update or without one: the part of its ledger entry that the projection reads. It counts
 * from the day of the update that it backs, as known since its own entry (rule 7.2).
 *
 * @param backs id of the update that it backs, null when it backs no update
 */
public record AddedEvidence(String id, String backs, JsonNode evidence) {}
