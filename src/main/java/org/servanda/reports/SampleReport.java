package org.servanda.reports;

import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.servanda.commitments.CommitmentScan;
import org.servanda.commitments.CommitmentSelection;
import org.servanda.commitments.CommitmentView;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;

/** The dossiers of commitments drawn by a rule that anyone can follow again. */
@ApplicationScoped
class SampleReport {

    private static final Bilingual TITLE = new Bilingual("审计抽样", "Audit sample");

    private final CommitmentScan scan;
    private final Dossiers dossiers;
    private final Audience audience;
    private final LabelBook labels;
    private final EntityManager session;

    SampleReport(CommitmentScan scan, Dossiers dossiers, Audience audience, LabelBook labels, EntityManager session) {
        this.scan = scan;
        this.dossiers = dossiers;
        this.audience = audience;
        this.labels = labels;
        this.session = session;
    }

    Report<SampleRow> of(WantedSample wanted, CommitmentSelection selection, Language lang) {
        Labels words = labels.read(lang, selection.at());
        return new Report<>(
                "sample",
                TITLE,
                SampleRow.class,
                selection.at(),
                selection.words(),
                wanted.query(),
                (at, taker) -> walk(wanted, selection.at(at), taker),
                document -> new SampleSheet(document, words),
                audience.word());
    }

    private void walk(WantedSample wanted, CommitmentSelection selection, Consumer<SampleRow> taker) {
        Draw draw = new Draw(wanted.seed(), wanted.size());
        scan.walk(selection).forEachRemaining(found -> {
            CommitmentView its = found.view();
            draw.take(wanted.stratum(its), its.code());
        });
        for (Draw.Drawn drawn : draw.drawn()) {
            dossiers.tell(drawn.code(), selection.at(), line -> taker.accept(SampleRow.of(drawn, line)));
            // Nobody asks for it again.
            session.clear();
        }
    }
}
