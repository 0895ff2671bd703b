package org.servanda.cycles;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** State of a cycle on a day; derived from its days, but for closed. */
@Schema(
        description =
                "Where it is on the day. planned: it opens later. open: reports are asked for. due: they were to be there. closed: what was seen is frozen.")
enum CycleState {
    planned,
    open,
    due,
    closed;

    static CycleState of(CycleBody cycle, LocalDate day) {
        if (cycle.closed()) return closed;
        if (day.isBefore(cycle.opensOn())) return planned;
        return day.isAfter(cycle.dueOn()) ? due : open;
    }
}
