package org.servanda.reports.dossiers;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.ledger.ReadPoint;
import org.servanda.reports.CacheVariant;
import org.servanda.reports.LabelReader;
import org.servanda.reports.Labels;
import org.servanda.reports.Report;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.text.Messages;

/** The dossier: everything that is known of one commitment and that the caller may see. */
@ApplicationScoped
class DossierReport {

    private static final Bilingual TITLE = Messages.of("dossier.title");

    private final DossierWriter dossierWriter;
    private final CacheVariant cacheVariant;
    private final LabelReader labels;

    DossierReport(DossierWriter dossierWriter, CacheVariant cacheVariant, LabelReader labels) {
        this.dossierWriter = dossierWriter;
        this.cacheVariant = cacheVariant;
        this.labels = labels;
    }

    Report<DossierRow> of(String code, ReadPoint asked, Language lang) {
        dossierWriter.require(code, asked);
        Labels words = labels.read(lang, asked);
        return new Report<>(
                "dossier/" + code,
                TITLE,
                DossierRow.class,
                asked,
                "",
                "",
                (at, taker) -> dossierWriter.tell(code, at, taker),
                document -> new DossierSheet(document, words),
                cacheVariant.word());
    }
}
