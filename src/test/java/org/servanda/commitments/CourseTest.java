package org.servanda.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.servanda.commitments.Course.Misstep;
import org.servanda.commitments.Course.Step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whether one more report fits between its neighbours in the world. */
class CourseTest {

    private static Step step(int month, Status status, String update) {
        return new Step(LocalDate.of(2025, month, 1), status, update, false, false);
    }

    private static Step reasoned(int month, Status status, String update) {
        return new Step(LocalDate.of(2025, month, 1), status, update, true, false);
    }

    /** Declared by its text, then these reports. */
    private static Course declaredThen(Step... reports) {
        List<Step> steps = new ArrayList<>(List.of(new Step(LocalDate.MIN, Status.declared, null, false, false)));
        steps.addAll(List.of(reports));
        return new Course(null, steps);
    }

    private static void fits(Course course, Step added) {
        assertEquals(Optional.empty(), course.misstep(added, null));
    }

    private static void fitsInPlaceOf(String corrected, Course course, Step added) {
        assertEquals(Optional.empty(), course.misstep(added, corrected));
    }

    private static void refused(Course course, Step added, String corrected, Misstep misstep) {
        assertEquals(Optional.of(misstep), course.misstep(added, corrected));
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
        refused(declaredThen(progress), back, null, new Misstep(progress, back, false));
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
        refused(declaredThen(first, step(9, Status.in_progress, "U2")), late, null, new Misstep(first, late, false));
    }

    @Test
    void aLateReportMustLeaveItsLaterNeighbourLegal() {
        Step later = step(9, Status.preparing, "U1");
        Step late = step(6, Status.in_progress, "new");
        refused(declaredThen(later), late, null, new Misstep(late, later, true));
    }

    @Test
    void aLateReportOfAnEndLeavesNothingBehindIt() {
        Step later = step(9, Status.in_progress, "U1");
        Step late = step(6, Status.cancelled, "new");
        refused(declaredThen(later), late, null, new Misstep(late, later, true));
        fits(declaredThen(reasoned(9, Status.in_progress, "U1")), late);
    }

    @Test
    void aReportBeforeAllOthersIsJudgedFromTheText() {
        Step later = step(9, Status.exploring, "U1");
        fits(declaredThen(later), step(1, Status.exploring, "new"));
        Step late = step(1, Status.operational, "new");
        refused(declaredThen(later), late, null, new Misstep(late, later, true));
    }

    @Test
    void onOneDayTheOneThatIsToldLaterComesLater() {
        Step first = step(3, Status.preparing, "U1");
        fits(declaredThen(first), step(3, Status.in_progress, "new"));
        Step back = step(3, Status.exploring, "new");
        refused(declaredThen(first), back, null, new Misstep(first, back, false));
    }

    @Test
    void onOneDayTheNextDaysReportStaysLegal() {
        Step next = step(4, Status.preparing, "U2");
        Step sameDay = step(3, Status.in_progress, "new");
        refused(declaredThen(step(3, Status.exploring, "U1"), next), sameDay, null, new Misstep(sameDay, next, true));
    }

    @Test
    void aCorrectionStepsBack() {
        Course course = declaredThen(step(3, Status.preparing, "U1"), step(6, Status.completed, "U2"));
        fitsInPlaceOf("U2", course, reasoned(6, Status.in_progress, "new"));
        fitsInPlaceOf("U2", course, reasoned(6, Status.preparing, "new"));
        Step before = reasoned(6, Status.exploring, "new");
        refused(course, before, "U2", new Misstep(step(3, Status.preparing, "U1"), before, false));
    }

    @Test
    void aCorrectionLeavesWhatFollowedLegal() {
        Step later = step(9, Status.in_progress, "U2");
        Step correction = reasoned(6, Status.operational, "new");
        refused(
                declaredThen(step(6, Status.preparing, "U1"), later),
                correction,
                "U1",
                new Misstep(correction, later, true));
    }

    @Test
    void aCorrectionToAnotherDayLeavesNoGapThatCannotBeCrossed() {
        Step text = new Step(LocalDate.MIN, Status.suspended, null, false, false);
        Step later = step(6, Status.completed, "U2");
        Course course = new Course(null, List.of(text, step(3, Status.in_progress, "U1"), later));
        // Behind the completion it would be legal; but from suspended nothing is completed.
        Step moved = reasoned(9, Status.completed, "new");
        refused(course, moved, "U1", new Misstep(text, later, true));
        fitsInPlaceOf("U1", course, reasoned(4, Status.operational, "new"));
    }

    @Test
    void whatWasCorrectedCountsNoMore() {
        Course course = declaredThen(step(3, Status.in_progress, "U1"));
        assertTrue(course.holds("U1"));
        assertFalse(course.holds("U2"));
        fitsInPlaceOf("U1", course, reasoned(2, Status.exploring, "new"));
    }

    @Test
    void whatWasClosedIsTakenUpAgainForAReasonOnly() {
        Step end = step(3, Status.completed, "U1");
        Step again = step(6, Status.in_progress, "new");
        refused(declaredThen(end), again, null, new Misstep(end, again, false));
        fits(declaredThen(end), reasoned(6, Status.in_progress, "new"));
        Step elsewhere = reasoned(6, Status.preparing, "new");
        refused(declaredThen(end), elsewhere, null, new Misstep(end, elsewhere, false));
    }

    @Test
    void takingUpAgainIsToldFromOtherMissteps() {
        Step end = step(3, Status.completed, "U1");
        assertTrue(new Misstep(end, step(6, Status.in_progress, "new"), false).reopens());
        assertFalse(new Misstep(end, step(6, Status.preparing, "new"), false).reopens());
    }

    @Test
    void aStepThatIsOnlyTakenOutLeavesALegalGap() {
        Step first = step(3, Status.exploring, "U0");
        Step later = step(6, Status.completed, "U2");
        Course course = declaredThen(first, step(4, Status.preparing, "U1"), later);
        assertEquals(Optional.of(new Misstep(first, later, true)), course.gap(null, "U1"));
        assertEquals(Optional.empty(), course.gap(step(5, Status.in_progress, "new"), "U1"));
        assertEquals(Optional.empty(), course.gap(null, "U2"));
    }

    @Test
    void aFocalPointMakesNoLaterReportTakeUpWhatWasClosed() {
        Step later = reasoned(9, Status.in_progress, "U1");
        Step late = new Step(LocalDate.of(2025, 6, 1), Status.cancelled, "new", false, true);
        refused(declaredThen(later), late, null, new Misstep(late, later, true));
        Step closed = step(3, Status.cancelled, "U0");
        fits(declaredThen(closed, later), late);
    }
}
