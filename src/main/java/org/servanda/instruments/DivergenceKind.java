package org.servanda.instruments;

/** The kind of a divergence between language versions, or of damage in one. */
public enum DivergenceKind {
    nuance,
    omission,
    addition,
    missing,
    truncated,
    garbled,
    naming
}
