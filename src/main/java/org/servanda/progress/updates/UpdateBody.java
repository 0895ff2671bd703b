package org.servanda.progress.updates;

import java.time.LocalDate;
import java.util.List;

import org.servanda.commitments.Status;
import org.servanda.commitments.timeline.AcceptedUpdate;
import org.servanda.progress.Evidence;
import org.servanda.text.Bilingual;

/**
 * Body of the ledger entries of an update: each entry holds the whole update, so that the projection reads the event
 * {@link org.servanda.commitments.timeline.ReportedProgress} from the entry of the acceptance alone.
 */
public record UpdateBody(
        String id,
        UpdateState state,
        LocalDate effectiveOn,
        Status status,
        Integer percent,
        List<String> cleared,
        Bilingual narrative,
        List<Evidence> evidence,
        String party,
        String corrects,
        Bilingual reason,
        String successor,
        String submittedBy,
        String decidedBy,
        Bilingual note) {

    static UpdateBody of(String id, NewUpdate update, String submittedBy) {
        return new UpdateBody(
                id,
                UpdateState.submitted,
                update.effectiveOn(),
                update.status(),
                update.percent() == null ? null : update.percent().value(),
                update.percent() != null && update.percent().value() == null ? List.of(AcceptedUpdate.PERCENT) : null,
                update.narrative(),
                update.evidence(),
                update.party(),
                update.corrects(),
                update.reason(),
                update.successor(),
                submittedBy,
                null,
                null);
    }

    boolean clearsPercent() {
        return cleared != null && cleared.contains(AcceptedUpdate.PERCENT);
    }

    /** The same update with a decision: who decided, and the note on it. */
    public UpdateBody decided(UpdateState decision, String actor, Bilingual decisionNote) {
        return new UpdateBody(
                id,
                decision,
                effectiveOn,
                status,
                percent,
                cleared,
                narrative,
                evidence,
                party,
                corrects,
                reason,
                successor,
                submittedBy,
                actor,
                decisionNote);
    }
}
