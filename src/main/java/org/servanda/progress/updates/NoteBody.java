package org.servanda.progress.updates;

import org.servanda.text.Bilingual;

/** What was said with the decision that accepts an update, as the ledger keeps it. */
public record NoteBody(String id, String submittedBy, Bilingual note) {}
