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

/** The audit sample: dossiers of commitments that are drawn by a rule which anyone can repeat. */
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

    Report<SampleRow> of(SampleQuery query, CommitmentSelection selection, Language lang) {
        Labels words = labels.read(lang, selection.at());
        return new Report<>(
                "sample",
                TITLE,
                SampleRow.class,
                selection.at(),
                selection.query(),
                query.query(),
                (at, taker) -> walk(query, selection.at(at), taker),
                document -> new SampleSheet(document, words),
                cacheVariant.word());
    }

    private void walk(SampleQuery query, CommitmentSelection selection, Consumer<SampleRow> taker) {
        StratifiedSample stratifiedSample = new StratifiedSample(query.seed(), query.size());
        scan.iterator(selection).forEachRemaining(scannedCommitment -> {
            CommitmentView commitment = scannedCommitment.view();
            stratifiedSample.take(query.stratum(commitment), commitment.code());
        });
        for (StratifiedSample.Drawn drawn : stratifiedSample.drawn()) {
            dossierWriter.tell(drawn.code(), selection.at(), line -> taker.accept(SampleRow.of(drawn, line)));
            // The entities of this dossier are not needed again.
            session.clear();
        }
    }
}
