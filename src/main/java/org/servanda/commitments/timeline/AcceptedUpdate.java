package org.servanda.commitments.timeline;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import org.servanda.access.Caller;
import org.servanda.commitments.Status;
import org.servanda.text.Bilingual;

/**
 * An accepted update of a commitment: the part of its ledger entry that the projection reads.
 *
 * @param id of the update
 * @param percent 0 to 100, null when it states none
 * @param party code of the one party that it is about; null when it is about the commitment as a whole
 * @param corrects id of the update that this one replaces; that one no longer counts
 * @param successor code of the commitment that supersedes this one
 * @param reason for a transition that needs a reason; where it is present, the secretariat may reopen (rule 2.9)
 * @param cleared fields that it takes away: {@code percent}, where the update states null
 * @param submittedBy the actor that submitted it, as the ledger names actors
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

    /** The one field that an update can take away. */
    public static final String PERCENT = "percent";

    AcceptedUpdate withEvidence(JsonNode added) {
        List<JsonNode> items = new ArrayList<>(evidence == null ? List.of() : evidence);
        items.add(added);
        return new AcceptedUpdate(
                id, status, percent, party, corrects, successor, reason, narrative, items, cleared, submittedBy);
    }

    /** Whether it states a percent, or takes the percent away (rule 5.5). */
    boolean statesPercent() {
        return percent != null || cleared != null && cleared.contains(PERCENT);
    }

    /** Code of the party whose focal point submitted it; null where the secretariat did. */
    public String focalPoint() {
        return submittedBy == null ? null : Caller.partyOf(submittedBy);
    }

    /** Rule 2.9: only the secretariat reopens a closed commitment, with a reason. */
    boolean mayReopen() {
        return reason != null && (submittedBy == null || Caller.isSecretariat(submittedBy));
    }

    int evidenceCount() {
        return evidence == null ? 0 : evidence.size();
    }

    boolean hasEvidence() {
        return evidenceCount() > 0;
    }
}
