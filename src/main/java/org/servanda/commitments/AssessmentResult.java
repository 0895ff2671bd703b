package org.servanda.commitments;

/** What an independent assessor found. */
public enum AssessmentResult {
    not_assessed,
    no_evidence,
    not_started,
    limited,
    substantial,
    complete
}
