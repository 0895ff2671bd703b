package org.servanda.instruments;

/** The kind of a passage within its document. */
public enum PassageKind {
    title,
    dateline,
    recital,
    chapeau,
    heading,
    number,
    operative,
    closing,
    source_note
}
