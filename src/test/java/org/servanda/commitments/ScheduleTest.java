package org.servanda.commitments;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ScheduleTest {

    private static final LocalDate END = LocalDate.of(2026, 12, 31);
    private static final LocalDate LONG_AGO = LocalDate.of(2023, 10, 18);

    @ParameterizedTest
    @EnumSource
    void withoutATimeFrameThereIsNoDeadlineWhateverTheStatus(Status status) {
        assertEquals(Schedule.no_deadline, Schedule.of(status, LONG_AGO, null, END));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            # status,    91 days before, 90 days before, the day before, the last day, the day after
            declared,    on_track,       at_risk,        at_risk,        at_risk,      late
            exploring,   on_track,       at_risk,        at_risk,        at_risk,      late
            preparing,   on_track,       at_risk,        at_risk,        at_risk,      late
            suspended,   on_track,       at_risk,        at_risk,        at_risk,      late
            in_progress, on_track,       on_track,       on_track,       on_track,     late
            operational, on_track,       on_track,       on_track,       on_track,     late
            cancelled,   missed,         missed,         missed,         missed,       missed
            superseded,  missed,         missed,         missed,         missed,       missed
            completed,   met,            met,            met,            met,          met
            """)
    void statusAndDayDecide(
            Status status, Schedule before91, Schedule before90, Schedule before1, Schedule last, Schedule after) {
        assertEquals(before91, Schedule.of(status, LONG_AGO, END, END.minusDays(91)));
        assertEquals(before90, Schedule.of(status, LONG_AGO, END, END.minusDays(90)));
        assertEquals(before1, Schedule.of(status, LONG_AGO, END, END.minusDays(1)));
        assertEquals(last, Schedule.of(status, LONG_AGO, END, END));
        assertEquals(after, Schedule.of(status, LONG_AGO, END, END.plusDays(1)));
    }

    @ParameterizedTest
    @CsvSource({"-400, met", "-1, met", "0, met", "1, missed", "400, missed"})
    void whatIsCompletedMetItsEndWhenItWasCompletedByThen(int daysAfterTheEnd, Schedule expected) {
        LocalDate since = END.plusDays(daysAfterTheEnd);
        for (int today : new int[] {-400, -90, 0, 1, 400})
            assertEquals(expected, Schedule.of(Status.completed, since, END, END.plusDays(today)));
    }

    @ParameterizedTest
    @EnumSource(names = "completed", mode = EnumSource.Mode.EXCLUDE)
    void theDayOfAnyOtherStatusDoesNotMatter(Status status) {
        assertEquals(Schedule.of(status, LONG_AGO, END, END), Schedule.of(status, END.plusDays(1), END, END));
    }

    @Test
    void longAfterTheEndWhatIsOpenStaysLate() {
        assertEquals(Schedule.late, Schedule.of(Status.in_progress, LONG_AGO, END, END.plusYears(20)));
    }

    @Test
    void everyWordIsReached() {
        Set<Schedule> reached = EnumSet.noneOf(Schedule.class);
        for (Status status : Status.values()) {
            reached.add(Schedule.of(status, LONG_AGO, null, END));
            for (int day : new int[] {-91, -90, 0, 1})
                reached.add(Schedule.of(status, LONG_AGO, END, END.plusDays(day)));
        }
        assertEquals(EnumSet.allOf(Schedule.class), reached);
    }
}
