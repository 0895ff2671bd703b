package org.servanda.instruments;

import org.servanda.text.PrintedAs;

/** The kind of a divergence between language versions, or of damage in one. */
@PrintedAs("divergenceKind")
public enum DivergenceKind {
    nuance,
    omission,
    addition,
    missing,
    truncated,
    garbled,
    naming
}
