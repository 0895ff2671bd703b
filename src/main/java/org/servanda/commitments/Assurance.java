package org.servanda.commitments;

/**
 * How well the standing of a commitment is backed.
 * Stated a second time, independently, in {@code org.servanda.verify.Assurance}.
 */
public enum Assurance {
    stated_in_text,
    self_reported,
    evidenced,
    verified,
    disputed
}
