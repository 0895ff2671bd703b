package org.servanda.commitments.timeline;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What evidence that was added later says that bears on where a commitment stands: the part of its ledger entry that
 * standings are read off. What it backs has been backed since it was reported, as known since the entry.
 *
 * @param backs id of the update that it backs, null when it backs none of them
 */
public record AddedEvidence(String id, String backs, JsonNode evidence) {}
