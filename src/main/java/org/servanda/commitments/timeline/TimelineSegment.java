package org.servanda.commitments.timeline;

import java.time.LocalDate;

/** A stretch of days with one state. @param to the first day that is not in it any more */
public record TimelineSegment(LocalDate from, LocalDate to, CommitmentState state) {

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }
}
