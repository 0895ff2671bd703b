package org.servanda.progress;

/**
 * Body of the ledger entry that adds evidence later; the projection reads the event
 * {@link org.servanda.commitments.timeline.AddedEvidence} from it alone.
 */
public record EvidenceBody(String id, String backs, Evidence evidence, String addedBy) {}
