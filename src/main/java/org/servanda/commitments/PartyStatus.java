package org.servanda.commitments;

/** Where a party of a commitment stands: a {@link Status}, or that it never said. */
public enum PartyStatus {
    not_reported,
    declared,
    exploring,
    preparing,
    in_progress,
    operational,
    completed,
    suspended,
    cancelled,
    superseded
}
