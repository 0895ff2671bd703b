package org.servanda.commitments.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.servanda.commitments.AssessmentResult;
import org.servanda.commitments.Assurance;
import org.servanda.commitments.Freshness;
import org.servanda.commitments.LastUpdate;
import org.servanda.commitments.Status;

/**
 * How far a commitment has come on a day. Stated a second time, independently, in {@code org.servanda.verify.Progress}.
 *
 * @param since the day from which the status holds
 * @param percent as the last report that said one gave it, null while there is none
 * @param percentOn the day of that report
 * @param reported whether a report counts for how fresh it is
 * @param reportDue the day up to which the next report, or the first one, is to come
 * @param successor what supersedes it, null unless superseded
 * @param stated whether the status is the one read off the text, so that its basis is a quote
 * @param lastUpdate the last report, null when there is none
 * @param assessment what the last assessment found, null when there is none
 * @param evidence how many items of evidence there are (rule 7.1)
 * @param parties where each party stands that has one of its own, by code; null when none has
 */
public record Progress(
        Status status,
        LocalDate since,
        Integer percent,
        LocalDate percentOn,
        Assurance assurance,
        boolean reported,
        LocalDate reportDue,
        String successor,
        boolean stated,
        LastUpdate lastUpdate,
        AssessmentResult assessment,
        int evidence,
        List<PartyProgress> parties) {

    /** The same as assessors and evidence leave it. */
    Progress withAssessment(Assurance judged, AssessmentResult result, int items) {
        return new Progress(
                status,
                since,
                percent,
                percentOn,
                judged,
                reported,
                reportDue,
                successor,
                stated,
                lastUpdate,
                result,
                items,
                parties);
    }

    public Freshness freshness(LocalDate day) {
        return Freshness.of(status, reported, reportDue, day);
    }

    public AssessmentResult assessed() {
        return assessment == null ? AssessmentResult.not_assessed : assessment;
    }

    public Optional<PartyProgress> ofParty(String party) {
        return parties == null
                ? Optional.empty()
                : parties.stream().filter(its -> its.party().equals(party)).findFirst();
    }
}
