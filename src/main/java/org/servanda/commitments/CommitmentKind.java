package org.servanda.commitments;

/** What sort of thing was promised. */
public enum CommitmentKind {
    pledge,
    programme,
    institution,
    event,
    infrastructure,
    deployment,
    negotiation
}
