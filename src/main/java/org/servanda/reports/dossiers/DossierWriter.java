package org.servanda.reports.dossiers;

import java.util.List;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.history.ChangeLog;
import org.servanda.commitments.history.ChangeView;
import org.servanda.commitments.search.CommitmentQueries;
import org.servanda.ledger.ReadPoint;
import org.servanda.progress.records.ProgressRecord;

/** Writes the dossier of a commitment line by line, as far as the caller may see it. */
@ApplicationScoped
public class DossierWriter {

    private final CommitmentQueries commitments;
    private final ChangeLog changes;
    private final ProgressRecord record;
    private final ObjectMapper json;

    DossierWriter(CommitmentQueries commitments, ChangeLog changes, ProgressRecord record, ObjectMapper json) {
        this.commitments = commitments;
        this.changes = changes;
        this.record = record;
        this.json = json;
    }

    /** Refuses the code of a commitment that does not exist at the read point. */
    void require(String code, ReadPoint at) {
        commitments.commitment(code, at);
    }

    /** Writes the lines of one commitment, section by section. */
    public void tell(String code, ReadPoint at, Consumer<DossierRow> taker) {
        List<ChangeView> trail = changes.of(commitments.commitment(code, at), at);
        DossierOfText text = new DossierOfText(commitments.view(code, at), taker);
        DossierOfProgress progress = new DossierOfProgress(code, json, taker);
        text.standing(commitments.parties(code, at));
        text.text();
        text.owner(trail);
        record.updates(code, at).forEach(progress::update);
        record.evidence(code, at).forEach(progress::evidence);
        record.milestones(code, at).forEach(progress::milestone);
        record.assessments(code, at).forEach(progress::assessment);
        text.links();
        progress.trail(trail);
    }
}
