package org.servanda.commitments;

/**
 * Where a party of a commitment stands: not reported yet, or one of the constants of {@link Status}. An enum of its own, since the
 * contract lists the words of a parameter; a test holds it to {@code Status}.
 */
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
