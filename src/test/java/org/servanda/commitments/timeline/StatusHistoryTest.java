package org.servanda.commitments.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.servanda.commitments.Status;
import org.servanda.commitments.timeline.StatusHistory.DatedStatus;
import org.servanda.commitments.timeline.StatusHistory.IllegalTransition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whether one more report fits between its neighbours in the world. */
class StatusHistoryTest {

    private static DatedStatus step(int month, Status status, String update) {
        return new DatedStatus(LocalDate.of(2025, month, 1), status, update, false, false);
    }

    private static DatedStatus reasoned(int month, Status status, String update) {
        return new DatedStatus(LocalDate.of(2025, month, 1), status, update, true, false);
    }

    /** Declared by its text, then these reports. */
    private static StatusHistory declaredThen(DatedStatus... reports) {
        List<DatedStatus> datedStatuses =
                new ArrayList<>(List.of(new DatedStatus(LocalDate.MIN, Status.declared, null, false, false)));
        datedStatuses.addAll(List.of(reports));
        return new StatusHistory(null, datedStatuses);
    }

    private static void fits(StatusHistory history, DatedStatus added) {
        assertEquals(Optional.empty(), history.firstIllegalTransition(added, null));
    }

    private static void fitsInPlaceOf(String corrected, StatusHistory history, DatedStatus added) {
        assertEquals(Optional.empty(), history.firstIllegalTransition(added, corrected));
    }

    private static void refused(
            StatusHistory history, DatedStatus added, String corrected, IllegalTransition illegalTransition) {
        assertEquals(Optional.of(illegalTransition), history.firstIllegalTransition(added, corrected));
    }

    @Test
    void theFirstReportMovesOnFromTheText() {
        fits(declaredThen(), step(3, Status.exploring, "new"));
        fits(declaredThen(), step(3, Status.declared, "new"));
    }

    @Test
    void aReportIsJudgedFromItsEarlierNeighbour() {
        DatedStatus progress = step(3, Status.in_progress, "U1");
        DatedStatus back = step(4, Status.preparing, "new");
        refused(declaredThen(progress), back, null, new IllegalTransition(progress, back, false));
    }

    @Test
    void aLateReportFitsBetweenItsNeighbours() {
        fits(
                declaredThen(step(3, Status.exploring, "U1"), step(9, Status.in_progress, "U2")),
                step(6, Status.preparing, "new"));
    }

    @Test
    void aLateReportMustBeLegalFromItsEarlierNeighbour() {
        DatedStatus first = step(3, Status.preparing, "U1");
        DatedStatus late = step(6, Status.exploring, "new");
        refused(
                declaredThen(first, step(9, Status.in_progress, "U2")),
                late,
                null,
                new IllegalTransition(first, late, false));
    }

    @Test
    void aLateReportMustLeaveItsLaterNeighbourLegal() {
        DatedStatus later = step(9, Status.preparing, "U1");
        DatedStatus late = step(6, Status.in_progress, "new");
        refused(declaredThen(later), late, null, new IllegalTransition(late, later, true));
    }

    @Test
    void aLateReportOfAnEndLeavesNothingBehindIt() {
        DatedStatus later = step(9, Status.in_progress, "U1");
        DatedStatus late = step(6, Status.cancelled, "new");
        refused(declaredThen(later), late, null, new IllegalTransition(late, later, true));
        fits(declaredThen(reasoned(9, Status.in_progress, "U1")), late);
    }

    @Test
    void aReportBeforeAllOthersIsJudgedFromTheText() {
        DatedStatus later = step(9, Status.exploring, "U1");
        fits(declaredThen(later), step(1, Status.exploring, "new"));
        DatedStatus late = step(1, Status.operational, "new");
        refused(declaredThen(later), late, null, new IllegalTransition(late, later, true));
    }

    @Test
    void onOneDayTheOneThatIsToldLaterComesLater() {
        DatedStatus first = step(3, Status.preparing, "U1");
        fits(declaredThen(first), step(3, Status.in_progress, "new"));
        DatedStatus back = step(3, Status.exploring, "new");
        refused(declaredThen(first), back, null, new IllegalTransition(first, back, false));
    }

    @Test
    void onOneDayTheNextDaysReportStaysLegal() {
        DatedStatus next = step(4, Status.preparing, "U2");
        DatedStatus sameDay = step(3, Status.in_progress, "new");
        refused(
                declaredThen(step(3, Status.exploring, "U1"), next),
                sameDay,
                null,
                new IllegalTransition(sameDay, next, true));
    }

    @Test
    void aCorrectionStepsBack() {
        StatusHistory history = declaredThen(step(3, Status.preparing, "U1"), step(6, Status.completed, "U2"));
        fitsInPlaceOf("U2", history, reasoned(6, Status.in_progress, "new"));
        fitsInPlaceOf("U2", history, reasoned(6, Status.preparing, "new"));
        DatedStatus before = reasoned(6, Status.exploring, "new");
        refused(history, before, "U2", new IllegalTransition(step(3, Status.preparing, "U1"), before, false));
    }

    @Test
    void aCorrectionLeavesWhatFollowedLegal() {
        DatedStatus later = step(9, Status.in_progress, "U2");
        DatedStatus correction = reasoned(6, Status.operational, "new");
        refused(
                declaredThen(step(6, Status.preparing, "U1"), later),
                correction,
                "U1",
                new IllegalTransition(correction, later, true));
    }

    @Test
    void aCorrectionToAnotherDayLeavesNoGapThatCannotBeCrossed() {
        DatedStatus text = new DatedStatus(LocalDate.MIN, Status.suspended, null, false, false);
        DatedStatus later = step(6, Status.completed, "U2");
        StatusHistory history = new StatusHistory(null, List.of(text, step(3, Status.in_progress, "U1"), later));
        // Behind the completion it would be legal; but from suspended nothing is completed.
        DatedStatus moved = reasoned(9, Status.completed, "new");
        refused(history, moved, "U1", new IllegalTransition(text, later, true));
        fitsInPlaceOf("U1", history, reasoned(4, Status.operational, "new"));
    }

    @Test
    void whatWasCorrectedCountsNoMore() {
        StatusHistory history = declaredThen(step(3, Status.in_progress, "U1"));
        assertTrue(history.contains("U1"));
        assertFalse(history.contains("U2"));
        fitsInPlaceOf("U1", history, reasoned(2, Status.exploring, "new"));
    }

    @Test
    void whatWasClosedIsTakenUpAgainForAReasonOnly() {
        DatedStatus end = step(3, Status.completed, "U1");
        DatedStatus again = step(6, Status.in_progress, "new");
        refused(declaredThen(end), again, null, new IllegalTransition(end, again, false));
        fits(declaredThen(end), reasoned(6, Status.in_progress, "new"));
        DatedStatus elsewhere = reasoned(6, Status.preparing, "new");
        refused(declaredThen(end), elsewhere, null, new IllegalTransition(end, elsewhere, false));
    }

    @Test
    void takingUpAgainIsToldFromOtherMissteps() {
        DatedStatus end = step(3, Status.completed, "U1");
        assertTrue(new IllegalTransition(end, step(6, Status.in_progress, "new"), false).reopens());
        assertFalse(new IllegalTransition(end, step(6, Status.preparing, "new"), false).reopens());
    }

    @Test
    void aStepThatIsOnlyTakenOutLeavesALegalGap() {
        DatedStatus first = step(3, Status.exploring, "U0");
        DatedStatus later = step(6, Status.completed, "U2");
        StatusHistory history = declaredThen(first, step(4, Status.preparing, "U1"), later);
        assertEquals(Optional.of(new IllegalTransition(first, later, true)), history.transitionOverGap(null, "U1"));
        assertEquals(Optional.empty(), history.transitionOverGap(step(5, Status.in_progress, "new"), "U1"));
        assertEquals(Optional.empty(), history.transitionOverGap(null, "U2"));
    }

    @Test
    void aFocalPointMakesNoLaterReportTakeUpWhatWasClosed() {
        DatedStatus later = reasoned(9, Status.in_progress, "U1");
        DatedStatus late = new DatedStatus(LocalDate.of(2025, 6, 1), Status.cancelled, "new", false, true);
        refused(declaredThen(later), late, null, new IllegalTransition(late, later, true));
        DatedStatus closed = step(3, Status.cancelled, "U0");
        fits(declaredThen(closed, later), late);
    }
}
