package org.servanda.commitments;

import java.time.LocalDate;

/** The open ends of valid and recorded time, as values that sort after all others, so that one comparison answers "still valid". */
public final class EndOfTime {

    /** Open end of valid time. Also the due date of commitments without a time frame, which sort after all others. */
    public static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    /** Open end of recorded time, as the sequence of a ledger entry. */
    public static final long OPEN = Long.MAX_VALUE;

    private EndOfTime() {}
}
