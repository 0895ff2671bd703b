package org.servanda.instruments;

/** What a passage is within its document. */
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
