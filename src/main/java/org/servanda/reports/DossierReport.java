package org.servanda.reports;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.ReadPoint;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;

/** Everything that is known of one commitment, as far as the caller may see it. */
@ApplicationScoped
class DossierReport {

    private static final Bilingual TITLE = new Bilingual("承诺事项档案", "Dossier of a commitment");

    private final Dossiers dossiers;
    private final Audience audience;
    private final LabelBook labels;

    DossierReport(Dossiers dossiers, Audience audience, LabelBook labels) {
        this.dossiers = dossiers;
        this.audience = audience;
        this.labels = labels;
    }

    Report<DossierRow> of(String code, ReadPoint asked, Language lang) {
        dossiers.require(code, asked);
        Labels words = labels.read(lang, asked);
        return new Report<>(
                "dossier/" + code,
                TITLE,
                DossierRow.class,
                asked,
                "",
                "",
                (at, taker) -> dossiers.tell(code, at, taker),
                document -> new DossierSheet(document, words),
                audience.word());
    }
}
