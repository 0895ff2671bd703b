package org.servanda.commitments;

import org.servanda.text.PrintedAs;

/** The result of an independent assessment. */
@PrintedAs("assessment")
public enum AssessmentResult {
    not_assessed,
    no_evidence,
    not_started,
    limited,
    substantial,
    complete
}
