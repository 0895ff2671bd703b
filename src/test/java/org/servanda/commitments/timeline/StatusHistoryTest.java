package org.servanda.commitments.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.servanda.commitments.Status;
import org.servanda.commitments.timeline.StatusHistory.IllegalTransition;
import org.servanda.commitments.timeline.StatusHistory.Step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whether one more report fits between its neighbours in the world. */
class StatusHistoryTest {

    private static Step step(int month, Status status, String update) {
        return new Step(LocalDate.of(2025, month, 1), status, update, false, false);
    }

    private static Step reasoned(int month, Status status, String update) {
        return new Step(LocalDate.of(2025, month, 1), status, update, true, false);
    }

    /** Declared by its text, then these reports. */
    private static StatusHistory declaredThen(Step... reports) {
        List<Step> steps = new ArrayList<>(List.of(new Step(LocalDate.MIN, Status.declared, null, false, false)));
        steps.addAll(List.of(reports));
        return new StatusHistory(null, steps);
    }

    private static void fits(StatusHistory history, Step added) {
        assertEquals(Optional.empty(), history.misstep(added, null));
    }

    private static void fitsInPlaceOf(String corrected, StatusHistory history, Step added) {
        assertEquals(Optional.empty(), history.misstep(added, corrected));
    }

    private static void refused(
            StatusHistory history, Step added, String corrected, IllegalTransition illegalTransition) {
        assertEquals(Optional.of(illegalTransition), history.misstep(added, corrected));
    }

    @Test
    void theFirstReportMovesOnFromTheText() {
        fits(declaredThen(), step(3, Status.exploring, "new"));
        fits(declaredThen(), step(3, Status.declared, "new"));
    }

    @Test
    void aReportIsJudgedFromItsEarlierNeighbour() {
        Step progress = step(3, Status.in_progress, "U1");
        Step back = step(4, Status.preparing, "new");
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
        Step first = step(3, Status.preparing, "U1");
        Step late = step(6, Status.exploring, "new");
        refused(
                declaredThen(first, step(9, Status.in_progress, "U2")),
                late,
                null,
                new IllegalTransition(first, late, false));
    }

    @Test
    void aLateReportMustLeaveItsLaterNeighbourLegal() {
        Step later = step(9, Status.preparing, "U1");
        Step late = step(6, Status.in_progress, "new");
        refused(declaredThen(later), late, null, new IllegalTransition(late, later, true));
    }

    @Test
    void aLateReportOfAnEndLeavesNothingBehindIt() {
        Step later = step(9, Status.in_progress, "U1");
        Step late = step(6, Status.cancelled, "new");
        refused(declaredThen(later), late, null, new IllegalTransition(late, later, true));
        fits(declaredThen(reasoned(9, Status.in_progress, "U1")), late);
    }

    @Test
    void aReportBeforeAllOthersIsJudgedFromTheText() {
        Step later = step(9, Status.exploring, "U1");
        fits(declaredThen(later), step(1, Status.exploring, "new"));
        Step late = step(1, Status.operational, "new");
        refused(declaredThen(later), late, null, new IllegalTransition(late, later, true));
    }

    @Test
    void onOneDayTheOneThatIsToldLaterComesLater() {
        Step first = step(3, Status.preparing, "U1");
        fits(declaredThen(first), step(3, Status.in_progress, "new"));
        Step back = step(3, Status.exploring, "new");
        refused(declaredThen(first), back, null, new IllegalTransition(first, back, false));
    }

    @Test
    void onOneDayTheNextDaysReportStaysLegal() {
        Step next = step(4, Status.preparing, "U2");
        Step sameDay = step(3, Status.in_progress, "new");
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
        Step before = reasoned(6, Status.exploring, "new");
        refused(history, before, "U2", new IllegalTransition(step(3, Status.preparing, "U1"), before, false));
    }

    @Test
    void aCorrectionLeavesWhatFollowedLegal() {
        Step later = step(9, Status.in_progress, "U2");
        Step correction = reasoned(6, Status.operational, "new");
        refused(
                declaredThen(step(6, Status.preparing, "U1"), later),
                correction,
                "U1",
                new IllegalTransition(correction, later, true));
    }

    @Test
    void aCorrectionToAnotherDayLeavesNoGapThatCannotBeCrossed() {
        Step text = new Step(LocalDate.MIN, Status.suspended, null, false, false);
        Step later = step(6, Status.completed, "U2");
        StatusHistory history = new StatusHistory(null, List.of(text, step(3, Status.in_progress, "U1"), later));
        // Behind the completion it would be legal; but from suspended nothing is completed.
        Step moved = reasoned(9, Status.completed, "new");
        refused(history, moved, "U1", new IllegalTransition(text, later, true));
        fitsInPlaceOf("U1", history, reasoned(4, Status.operational, "new"));
    }

    @Test
    void whatWasCorrectedCountsNoMore() {
        StatusHistory history = declaredThen(step(3, Status.in_progress, "U1"));
        assertTrue(history.holds("U1"));
        assertFalse(history.holds("U2"));
        fitsInPlaceOf("U1", history, reasoned(2, Status.exploring, "new"));
    }

    @Test
    void whatWasClosedIsTakenUpAgainForAReasonOnly() {
        Step end = step(3, Status.completed, "U1");
        Step again = step(6, Status.in_progress, "new");
        refused(declaredThen(end), again, null, new IllegalTransition(end, again, false));
        fits(declaredThen(end), reasoned(6, Status.in_progress, "new"));
        Step elsewhere = reasoned(6, Status.preparing, "new");
        refused(declaredThen(end), elsewhere, null, new IllegalTransition(end, elsewhere, false));
    }

    @Test
    void takingUpAgainIsToldFromOtherMissteps() {
        Step end = step(3, Status.completed, "U1");
        assertTrue(new IllegalTransition(end, step(6, Status.in_progress, "new"), false).reopens());
        assertFalse(new IllegalTransition(end, step(6, Status.preparing, "new"), false).reopens());
    }

    @Test
    void aStepThatIsOnlyTakenOutLeavesALegalGap() {
        Step first = step(3, Status.exploring, "U0");
        Step later = step(6, Status.completed, "U2");
        StatusHistory history = declaredThen(first, step(4, Status.preparing, "U1"), later);
        assertEquals(Optional.of(new IllegalTransition(first, later, true)), history.gap(null, "U1"));
        assertEquals(Optional.empty(), history.gap(step(5, Status.in_progress, "new"), "U1"));
        assertEquals(Optional.empty(), history.gap(null, "U2"));
    }

    @Test
    void aFocalPointMakesNoLaterReportTakeUpWhatWasClosed() {
        Step later = reasoned(9, Status.in_progress, "U1");
        Step late = new Step(LocalDate.of(2025, 6, 1), Status.cancelled, "new", false, true);
        refused(declaredThen(later), late, null, new IllegalTransition(late, later, true));
        Step closed = step(3, Status.cancelled, "U0");
        fits(declaredThen(closed, later), late);
    }
}
