package org.servanda.reports.samples;

import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.servanda.commitments.search.CommitmentScan;
import org.servanda.commitments.search.CommitmentSelection;
import org.servanda.commitments.standings.CommitmentView;
import org.servanda.reports.CacheVariant;
import org.servanda.reports.LabelReader;
import org.servanda.reports.Labels;
import org.servanda.reports.Report;
import org.servanda.reports.dossiers.DossierWriter;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.text.Messages;

/** The dossiers of commitments drawn by a rule that anyone can follow again. */
@ApplicationScoped
class SampleReport {

    private static final Bilingual TITLE = Messages.of("sample.title");

    private final CommitmentScan scan;
    private final DossierWriter dossierWriter;
    private final CacheVariant cacheVariant;
    private final LabelReader labels;
    private final EntityManager session;

    SampleReport(
            CommitmentScan scan,
            DossierWriter dossierWriter,
            CacheVariant cacheVariant,
            LabelReader labels,
            EntityManager session) {
        this.scan = scan;
        this.dossierWriter = dossierWriter;
        this.cacheVariant = cacheVariant;
        this.labels = labels;
        this.session = session;
    }

    Report<SampleRow> of(SampleQuery wanted, CommitmentSelection selection, Language lang) {
        Labels words = labels.read(lang, selection.at());
        return new Report<>(
                "sample",
                TITLE,
                SampleRow.class,
                selection.at(),
                selection.query(),
                wanted.query(),
                (at, taker) -> walk(wanted, selection.at(at), taker),
                document -> new SampleSheet(document, words),
                cacheVariant.word());
    }

    private void walk(SampleQuery wanted, CommitmentSelection selection, Consumer<SampleRow> taker) {
        StratifiedSample stratifiedSample = new StratifiedSample(wanted.seed(), wanted.size());
        scan.iterator(selection).forEachRemaining(scannedCommitment -> {
            CommitmentView its = scannedCommitment.view();
            stratifiedSample.take(wanted.stratum(its), its.code());
        });
        for (StratifiedSample.Drawn drawn : stratifiedSample.drawn()) {
            dossierWriter.tell(drawn.code(), selection.at(), line -> taker.accept(SampleRow.of(drawn, line)));
            // Nobody asks for it again.
            session.clear();
        }
    }
}
