package org.servanda.commitments;

import org.servanda.text.PrintedAs;

/**
 * Where a party of a commitment stands: not reported yet, or one of the constants of {@link Status}. An enum of its own, since the
 * contract lists the words of a parameter; a test holds it to {@code Status}.
 */
@PrintedAs("partyStatus")
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
