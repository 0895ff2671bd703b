package org.servanda.progress;

/**
 * Evidence that was added later, as the ledger keeps it, so that its entry says all that is read off it
 * ({@link org.servanda.commitments.Backing}).
 */
public record EvidenceBody(String id, String backs, Evidence evidence, String addedBy) {}
