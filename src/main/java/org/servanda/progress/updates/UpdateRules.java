package org.servanda.progress.updates;

import java.util.EnumSet;
import java.util.Set;

import org.servanda.commitments.Status;
import org.servanda.progress.TextLimits;
import org.servanda.web.BodyValidation;

/** Rules for the fields of an update that follow from the update alone; {@link UpdateValidation} adds those that need the register. */
final class UpdateRules {

    /** Rule 2.11: no commitment becomes one of these without evidence. */
    private static final Set<Status> NEEDS_EVIDENCE = EnumSet.of(Status.operational, Status.completed);

    private static final Set<Status> NEEDS_REASON = EnumSet.of(Status.suspended, Status.cancelled, Status.superseded);

    private UpdateRules() {}

    /** Checks status, percent, narrative and the length of the reason. */
    static void checkStatement(NewUpdate update, BodyValidation bodyValidation) {
        bodyValidation.required(update.status(), "/status");
        percent(update, bodyValidation);
        bodyValidation.required(update.narrative(), "/narrative");
        bodyValidation.length(update.narrative(), TextLimits.LONGEST_NARRATIVE, "/narrative");
        bodyValidation.length(update.reason(), TextLimits.LONGEST_NARRATIVE, "/reason");
    }

    /** Rule 2.11: what is completed is done. */
    private static void percent(NewUpdate update, BodyValidation bodyValidation) {
        Integer percent = update.percent() == null ? null : update.percent().value();
        if (percent == null) return;
        if (percent < 0 || percent > PercentStatement.MOST)
            bodyValidation.fault("/percent", "must be from 0 to " + PercentStatement.MOST);
        else if (update.status() == Status.completed && percent < PercentStatement.MOST)
            bodyValidation.fault(
                    "/percent", "is " + PercentStatement.MOST + " or left out where the status is completed");
    }

    static void requireEvidence(NewUpdate update, BodyValidation bodyValidation) {
        boolean none = update.evidence() == null || update.evidence().isEmpty();
        if (none && NEEDS_EVIDENCE.contains(update.status()))
            bodyValidation.fault("/evidence", "is missing: " + update.status() + " needs one at least");
    }

    static void requireReason(NewUpdate update, BodyValidation bodyValidation) {
        if (update.reason() != null) return;
        if (NEEDS_REASON.contains(update.status()))
            bodyValidation.fault("/reason", "is missing: " + update.status() + " needs one");
        if (update.corrects() != null) bodyValidation.fault("/reason", "is missing: a correction says why");
    }
}
