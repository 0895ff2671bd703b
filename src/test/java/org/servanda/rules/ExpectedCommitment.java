package org.servanda.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.servanda.rules.Fact.Assigned;

/**
 * A commitment as it is to be seen at a pair of times.
 *
 * @param leadSince from when on the assigned lead leads; null when none is assigned
 * @param basisShown whether the basis of the status in the text is shown
 * @param reportDue the day up to which the next update is to come
 * @param queued whether the queue holds it
 */
public record ExpectedCommitment(
        Map<String, Object> title,
        String area,
        List<String> otherAreas,
        Assigned assigned,
        LocalDate leadSince,
        List<String> supportingAssigned,
        Map<String, Object> timeFrame,
        String rollUp,
        String status,
        LocalDate statusSince,
        Integer percent,
        LocalDate percentOn,
        String successor,
        String schedule,
        String freshness,
        String assurance,
        String assessment,
        int evidenceCount,
        boolean basisShown,
        LastUpdate lastUpdate,
        LocalDate reportDue,
        List<String> reporters,
        List<String> owedBy,
        boolean queued,
        List<ExpectedParty> parties,
        List<ExpectedMilestone> milestones) {

    /**
     * The latest update that counts.
     *
     * @param party the party that it names; null for the whole
     */
    public record LastUpdate(String id, LocalDate effectiveOn, String party, Instant recordedAt) {}

    public Optional<ExpectedParty> party(String code) {
        return parties.stream().filter(party -> party.party().equals(code)).findFirst();
    }

    List<ExpectedParty> bound() {
        return parties.stream().filter(ExpectedParty::bound).toList();
    }
}
