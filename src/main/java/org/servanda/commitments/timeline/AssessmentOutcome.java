package org.servanda.commitments.timeline;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import org.servanda.commitments.AssessmentFinding;
import org.servanda.commitments.AssessmentResult;

/**
 * The outcome of an assessment: the part of its ledger entry that the projection reads. It never changes the status.
 *
 * @param id of the assessment
 * @param finding about the status that the updates state, null when the assessor leaves it open
 * @param corrects id of the assessment that this one replaces; that one no longer counts
 */
public record AssessmentOutcome(
        String id, AssessmentResult result, AssessmentFinding finding, String corrects, List<JsonNode> evidence) {

    int evidenceCount() {
        return evidence == null ? 0 : evidence.size();
    }

    boolean hasEvidence() {
        return evidenceCount() > 0;
    }
}
