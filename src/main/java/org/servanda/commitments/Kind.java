package org.servanda.commitments;

/** What sort of thing was promised. */
public enum Kind {
    pledge,
    programme,
    institution,
    event,
    infrastructure,
    deployment,
    negotiation
}
