package org.servanda.commitments.timeline;

import java.time.LocalDate;

import org.servanda.commitments.Assurance;
import org.servanda.commitments.LastUpdate;
import org.servanda.commitments.Status;

/**
 * How far one party of a commitment has come on a day.
 *
 * @param since the day from which its status holds
 * @param percent as the last report that said one gave it, null while there is none
 * @param percentOn the day of that report
 * @param reportDue the day up to which its next report is to come
 * @param successor what supersedes the commitment, null unless superseded
 * @param lastUpdate its last report, without what it says
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
        LastUpdate lastUpdate) {}
