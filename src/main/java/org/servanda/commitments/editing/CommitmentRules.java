package org.servanda.commitments.editing;

import java.util.List;

import org.servanda.commitments.TimeFrame;
import org.servanda.web.BodyValidation;

/** The validation rules that a new commitment and an edit have in common. */
final class CommitmentRules {

    private CommitmentRules() {}

    /** @param known codes of all areas */
    static void areas(BodyValidation bodyValidation, String area, List<String> otherAreas, List<String> known) {
        if (bodyValidation.required(area, "/area")) bodyValidation.code(area, known, "area", "/area");
        bodyValidation.codes(otherAreas, known, "area", "/otherAreas");
        if (otherAreas != null && area != null && otherAreas.contains(area))
            bodyValidation.fault("/otherAreas", area + " is the primary area already");
    }

    static void timeFrame(BodyValidation bodyValidation, TimeFrame frame, String pointer) {
        if (frame == null) return;
        bodyValidation.required(frame.precision(), pointer + "/precision");
        bodyValidation.required(frame.text(), pointer + "/text");
        bodyValidation.length(frame.text(), 1_000, pointer + "/text");
        if (frame.from() == null && frame.to() == null) bodyValidation.fault(pointer, "needs from or to");
        boolean backwards =
                frame.from() != null && frame.to() != null && frame.to().isBefore(frame.from());
        if (backwards) bodyValidation.fault(pointer + "/to", "is before from");
    }
}
