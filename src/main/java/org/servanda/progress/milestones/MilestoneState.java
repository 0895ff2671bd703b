package org.servanda.progress.milestones;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.PrintedAs;

/** State of a milestone on a day; derived, never set. */
@Schema(
        description =
                "Where it stands on the day. planned: its day is still to come. achieved. missed: its day has passed. dropped: nobody waits for it any more.")
@PrintedAs("milestoneState")
public enum MilestoneState {
    planned,
    achieved,
    missed,
    dropped;

    /** Rule 11.2. */
    static MilestoneState of(MilestoneBody milestone, LocalDate day) {
        if (milestone.isDropped()) return dropped;
        if (milestone.achievedOn() != null && !milestone.achievedOn().isAfter(day)) return achieved;
        return milestone.plannedOn().isBefore(day) ? missed : planned;
    }
}
