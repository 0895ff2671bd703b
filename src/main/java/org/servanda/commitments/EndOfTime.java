package org.servanda.commitments;

import java.time.LocalDate;

/** The open ends of the two times, as values that sort behind all others, so that one comparison answers "still valid". */
public final class EndOfTime {

    /** End of a stretch of effective days that goes on. Also sorts commitments without a time frame behind all others. */
    public static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    /** End of what is known until a later entry says otherwise, as the number of an entry. */
    public static final long OPEN = Long.MAX_VALUE;

    private EndOfTime() {}
}
