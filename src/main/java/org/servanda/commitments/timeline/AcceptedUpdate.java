package org.servanda.commitments.timeline;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import org.servanda.access.Caller;
import org.servanda.commitments.Status;
import org.servanda.text.Bilingual;

/**
 * What an accepted update says about where a commitment stands: the part of its ledger entry that standings are read off.
 *
 * @param id of the update
 * @param party the one party it speaks of; null when it speaks of the commitment as a whole
 * @param corrects id of the update that it puts right, which counts no more
 * @param successor code of the commitment that supersedes this one
 * @param reason why, where the move needs one; it also marks a commitment that was reopened
 * @param cleared fields that it takes away: {@code percent}, where null was reported
 * @param submittedBy who reported, as the ledger names it
 */
public record AcceptedUpdate(
        String id,
        Status status,
        Integer percent,
        String party,
        String corrects,
        String successor,
        Bilingual reason,
        Bilingual narrative,
        List<JsonNode> evidence,
        List<String> cleared,
        String submittedBy) {

    /** The one field that a report can take away. */
    public static final String PERCENT = "percent";

    AcceptedUpdate withEvidence(JsonNode more) {
        List<JsonNode> all = new ArrayList<>(evidence == null ? List.of() : evidence);
        all.add(more);
        return new AcceptedUpdate(
                id, status, percent, party, corrects, successor, reason, narrative, all, cleared, submittedBy);
    }

    /** Whether it says how much is done, or that this is not known any more. */
    boolean statesPercent() {
        return percent != null || cleared != null && cleared.contains(PERCENT);
    }

    /** The party whose focal point reported; null where it was the secretariat. */
    public String focalPoint() {
        return submittedBy == null ? null : Caller.focalPointIn(submittedBy);
    }

    /** Rule 2.9: only the secretariat takes up again what was closed, and says why. */
    boolean mayReopen() {
        return reason != null && (submittedBy == null || Caller.secretariatIn(submittedBy));
    }

    /** How many items of evidence it has. */
    int evidenceCount() {
        return evidence == null ? 0 : evidence.size();
    }

    boolean hasEvidence() {
        return evidenceCount() > 0;
    }
}
