package org.servanda.commitments.timeline;

import java.time.LocalDate;

import org.servanda.commitments.Assurance;
import org.servanda.commitments.LastUpdate;
import org.servanda.commitments.Status;

/**
 * The progress of one party of a commitment on a day. Stored as JSON with these names.
 *
 * @param since the day from which its status holds
 * @param percent 0 to 100, as the last update that states a percent has it; null while there is none
 * @param percentOn effective date of that update
 * @param reportDue the last day before its next update is due
 * @param successor code of the commitment that supersedes this one, null unless superseded
 * @param lastUpdate its last update, without the narrative
 */
public record PartyProgress(
        String party,
        Status status,
        LocalDate since,
        Integer percent,
        LocalDate percentOn,
        Assurance assurance,
        LocalDate reportDue,
        String successor,
        LastUpdate lastUpdate) {

    /** @param progress of a party that an update speaks for */
    static PartyProgress of(String party, ReportedProgress progress, LocalDate reportDue) {
        return new PartyProgress(
                party,
                progress.status(),
                progress.since(),
                progress.percent(),
                progress.percentOn(),
                progress.assurance(),
                reportDue,
                progress.successor(),
                progress.decidingUpdate().toLastUpdate(false));
    }
}
