package org.servanda.reports;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.Selection;
import org.servanda.commitments.Selections;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;

/** Every commitment of a filter, with where it stands, who is to act and what its text says. */
@ApplicationScoped
class StatusReport {

    private static final Bilingual TITLE = new Bilingual("承诺事项实施状况", "Status of commitments");

    private final Selections selections;
    private final LabelBook labels;

    StatusReport(Selections selections, LabelBook labels) {
        this.selections = selections;
        this.labels = labels;
    }

    Report<StatusRow> of(Selection selection, Language lang) {
        Labels words = labels.read(lang, selection.at());
        return new Report<>(
                "status",
                TITLE,
                StatusRow.class,
                selection.at(),
                selection.words(),
                "",
                (at, taker) -> selections
                        .walk(selection.at(at))
                        .forEachRemaining(found -> taker.accept(StatusRow.of(found.view(), words))),
                document -> new StatusSheet(document, words));
    }
}
