package org.servanda.commitments;

/**
 * The assurance of a status: how well evidence and assessments back it.
 * Stated a second time, independently, in {@code org.servanda.verify.Assurance}.
 */
public enum Assurance {
    stated_in_text,
    self_reported,
    evidenced,
    verified,
    disputed
}
