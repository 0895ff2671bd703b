package org.servanda.progress.evidence;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.progress.Evidence;
import org.servanda.web.BodyValidation;

/** Evidence as it is sent later than the update that it supports. */
@Schema(description = "Evidence that was found after what it backs was reported.")
record NewEvidence(
        @Schema(required = true, description = "What was found.") Evidence evidence,
        @Schema(
                        description =
                                "Id of the accepted update that it backs, which is evidenced from its own day on, as known from now on. Left out, it is counted and makes nothing evidenced. It does not complete what an assessor confirmed before.",
                        examples = "ACJS-2024.III.2-U1")
                String backs,
        @Schema(
                        description = "Why it is added, where that needs to be said.",
                        maxLength = BodyValidation.MAX_REASON_LENGTH)
                String reason) {}
