package org.servanda.commitments;

/** The kind of a commitment: what sort of thing the text promises. */
public enum CommitmentKind {
    pledge,
    programme,
    institution,
    event,
    infrastructure,
    deployment,
    negotiation
}
