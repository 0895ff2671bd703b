package org.servanda.commitments.timeline;

import java.time.Instant;

/**
 * Which change made a state what it is.
 *
 * @param revision number of its entry
 * @param at when that was recorded
 * @param version how many changes of the same commitment came before it
 */
public record StateVersion(long revision, Instant at, int version) {}
