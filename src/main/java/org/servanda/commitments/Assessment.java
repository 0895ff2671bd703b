package org.servanda.commitments;

/** What an independent assessor found. */
public enum Assessment {
    not_assessed,
    no_evidence,
    not_started,
    limited,
    substantial,
    complete
}
