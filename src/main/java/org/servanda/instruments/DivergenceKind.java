package org.servanda.instruments;

/** In which way two language versions differ, or a text is damaged. */
public enum DivergenceKind {
    nuance,
    omission,
    addition,
    missing,
    truncated,
    garbled,
    naming
}
