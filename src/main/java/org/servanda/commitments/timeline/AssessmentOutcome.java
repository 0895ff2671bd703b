package org.servanda.commitments.timeline;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import org.servanda.commitments.AssessmentFinding;
import org.servanda.commitments.AssessmentResult;

/**
 * What an assessment says that bears on where a commitment stands: the part of its ledger entry that standings are read
 * off. It says nothing about the status.
 *
 * @param id of the assessment
 * @param finding what it makes of the status reported, null when it leaves that open
 * @param corrects id of the assessment that it puts right, which counts no more
 */
public record AssessmentOutcome(
        String id, AssessmentResult result, AssessmentFinding finding, String corrects, List<JsonNode> evidence) {

    /** How many items of evidence it has. */
    int evidenceCount() {
        return evidence == null ? 0 : evidence.size();
    }

    boolean hasEvidence() {
        return evidenceCount() > 0;
    }
}
