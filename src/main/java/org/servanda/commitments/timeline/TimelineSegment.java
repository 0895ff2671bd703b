package org.servanda.commitments.timeline;

import java.time.LocalDate;

/** A segment of a timeline: a range of days with one state. @param to the first day after it */
public record TimelineSegment(LocalDate from, LocalDate to, CommitmentState state) {

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }
}
