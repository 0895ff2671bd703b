package org.servanda.verify;

/**
 * How well a status is backed; the first three, without any assessment, from the weakest to the strongest. States again {@code
 * org.servanda.commitments.Assurance} in the register's program.
 */
enum Assurance {
    stated_in_text,
    self_reported,
    evidenced,
    verified,
    disputed
}
