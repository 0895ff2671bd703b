package org.servanda.commitments;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.PrintedAs;

/** The finding of an assessor about the status that the updates state. */
@Schema(description = "What an assessor makes of the status that was reported: it is so, or it is not.")
@PrintedAs("finding")
public enum AssessmentFinding {
    confirmed,
    disputed
}
