package org.servanda.progress.updates;

import org.servanda.text.Bilingual;

/** Body of the ledger entry that holds the note of an acceptance. */
public record NoteBody(String id, String submittedBy, Bilingual note) {}
