package org.servanda.commitments.timeline;

import java.time.Instant;

/**
 * The version of a state: the ledger entry since which the state is known as it is.
 *
 * @param revision sequence of that entry
 * @param at when that entry was recorded
 * @param version number of earlier changes of the same commitment, from 0
 */
public record StateVersion(long revision, Instant at, int version) {}
