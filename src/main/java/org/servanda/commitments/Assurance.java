package org.servanda.commitments;

/** How well the standing of a commitment is backed. */
public enum Assurance {
    stated_in_text,
    self_reported,
    evidenced,
    verified,
    disputed
}
