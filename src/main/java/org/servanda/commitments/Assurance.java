package org.servanda.commitments;

import org.servanda.text.PrintedAs;

/**
 * The assurance of a status: how well evidence and assessments back it.
 * Stated a second time, independently, in {@code org.servanda.verify.Assurance}.
 */
@PrintedAs("assurance")
public enum Assurance {
    stated_in_text,
    self_reported,
    evidenced,
    verified,
    disputed
}
