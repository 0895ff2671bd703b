package org.servanda.progress.updates;

import java.time.LocalDate;
import java.util.List;

import org.servanda.commitments.Status;
import org.servanda.commitments.timeline.AcceptedUpdate;
import org.servanda.progress.Evidence;
import org.servanda.text.Bilingual;

/**
 * An update as the ledger keeps it, whole with each of its entries, so that the one that accepts it says all that is read
 * off it ({@link org.servanda.commitments.Report}).
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

    static UpdateBody of(String id, NewUpdate report, String submittedBy) {
        return new UpdateBody(
                id,
                UpdateState.submitted,
                report.effectiveOn(),
                report.status(),
                report.percent() == null ? null : report.percent().value(),
                report.percent() != null && report.percent().value() == null ? List.of(AcceptedUpdate.PERCENT) : null,
                report.narrative(),
                report.evidence(),
                report.party(),
                report.corrects(),
                report.reason(),
                report.successor(),
                submittedBy,
                null,
                null);
    }

    boolean clearsPercent() {
        return cleared != null && cleared.contains(AcceptedUpdate.PERCENT);
    }

    public UpdateBody decided(UpdateState decision, String by, Bilingual with) {
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
                by,
                with);
    }
}
