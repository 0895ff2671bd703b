package org.servanda.commitments;

import org.servanda.text.PrintedAs;

/** The kind of a commitment: what sort of thing the text promises. */
@PrintedAs("kind")
public enum CommitmentKind {
    pledge,
    programme,
    institution,
    event,
    infrastructure,
    deployment,
    negotiation
}
