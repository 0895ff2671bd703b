package org.servanda.commitments;

/** The result of an independent assessment. */
public enum AssessmentResult {
    not_assessed,
    no_evidence,
    not_started,
    limited,
    substantial,
    complete
}
