package org.servanda.commitments.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.commitments.Assurance;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.EndOfTime;
import org.servanda.commitments.Status;
import org.servanda.commitments.standings.RandomInputs;
import org.servanda.commitments.timeline.CommitmentEdit.Clearable;
import org.servanda.commitments.timeline.RulesOracleAdapter.OracleState;
import org.servanda.testing.RandomSize;
import org.servanda.text.Bilingual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servanda.commitments.timeline.EventBuilder.ADOPTED;
import static org.servanda.commitments.timeline.EventBuilder.INTERVAL;
import static org.servanda.commitments.timeline.EventBuilder.day;
import static org.servanda.commitments.timeline.EventBuilder.text;

class TimelineTest {

    private static final LocalDate JANUARY = day(1, 31);
    private static final LocalDate FEBRUARY = day(2, 28);
    private static final LocalDate MARCH = day(3, 31);

    private final EventBuilder given = EventBuilder.ofOneCommitment();

    @Test
    void withoutATextOrItsSourceThereIsNoTimeline() {
        assertEquals(List.of(), Timeline.of(List.of()));
        assertEquals(List.of(), new EventBuilder().adopted(ADOPTED).timeline());
        assertEquals(List.of(), new EventBuilder().textRead(text("Alone", "AI")).timeline());
    }

    @Test
    void itBeginsOnTheDayOfAdoptionAndGoesOn() {
        List<TimelineSegment> timeline = given.timeline();
        assertEquals(1, timeline.size());
        assertEquals(ADOPTED, timeline.get(0).from());
        assertEquals(EndOfTime.FOREVER, timeline.get(0).to());
        assertEquals(Optional.empty(), Timeline.stateOn(timeline, ADOPTED.minusDays(1)));
        assertTrue(Timeline.stateOn(timeline, ADOPTED).isPresent());
    }

    @Test
    void aCorrectedDayOfAdoptionMovesTheBeginning() {
        given.adopted(ADOPTED.plusDays(5));
        assertEquals(ADOPTED.plusDays(5), given.timeline().get(0).from());
    }

    @Test
    void whatWasSaidOfDaysBeforeAdoptionHoldsFromAdoptionOn() {
        given.titled(ADOPTED.minusDays(3), "Early").updated(ADOPTED.minusDays(2), "U1", Status.preparing);
        assertEquals(1, given.timeline().size());
        assertEquals("Early", given.details(ADOPTED).text().title().en());
        assertEquals(Status.preparing, given.progress(ADOPTED).status());
        assertEquals(ADOPTED, given.progress(ADOPTED).since());
    }

    @Test
    void untilAReportTheStatusIsTheOneOfTheText() {
        Progress progress = given.progress(MARCH);
        assertEquals(Status.declared, progress.status());
        assertEquals(Assurance.stated_in_text, progress.assurance());
        assertTrue(progress.stated());
        assertEquals(ADOPTED.plusDays(INTERVAL), progress.reportDue());
        assertFalse(progress.reported());
        assertNull(progress.lastUpdate());
    }

    @Test
    void aReportHoldsFromItsDayUntilTheNext() {
        given.updated(JANUARY, "U1", Status.preparing).updatedWithEvidence(MARCH, "U2", Status.completed);
        assertEquals(Status.declared, given.progress(JANUARY.minusDays(1)).status());
        assertEquals(Status.preparing, given.progress(JANUARY).status());
        assertEquals(Status.preparing, given.progress(MARCH.minusDays(1)).status());
        assertEquals(Assurance.self_reported, given.progress(FEBRUARY).assurance());
        assertEquals(Status.completed, given.progress(MARCH).status());
        assertEquals(Assurance.evidenced, given.progress(MARCH).assurance());
        assertFalse(given.progress(MARCH).stated());
        assertEquals(MARCH.plusDays(INTERVAL), given.progress(MARCH).reportDue());
    }

    @Test
    void aLateReportHoldsOnlyUntilTheOneThatWasThereBefore() {
        given.updated(MARCH, "U1", Status.completed).updated(JANUARY, "U2", Status.preparing);
        assertEquals(Status.preparing, given.progress(FEBRUARY).status());
        assertEquals(Status.completed, given.progress(MARCH).status());
        assertEquals(MARCH, given.progress(MARCH).since());
    }

    @Test
    void aLateReportOfTheSameStatusMovesItsBeginningBack() {
        given.updated(MARCH, "U1", Status.preparing).updated(JANUARY, "U2", Status.preparing);
        assertEquals(JANUARY, given.progress(MARCH).since());
    }

    @Test
    void aCorrectionTakesAwayWhatItCorrects() {
        given.updated(JANUARY, "U1", Status.completed).corrected(MARCH, "U2", Status.preparing, "U1");
        assertEquals(Status.declared, given.progress(FEBRUARY).status());
        assertNull(given.progress(FEBRUARY).lastUpdate());
        assertEquals(Status.preparing, given.progress(MARCH).status());
    }

    @Test
    void whatWasCorrectedDoesNotComeBackWhenTheCorrectionIsCorrected() {
        given.updated(JANUARY, "U1", Status.completed)
                .corrected(JANUARY, "U2", Status.preparing, "U1")
                .corrected(MARCH, "U3", Status.exploring, "U2");
        assertEquals(Status.declared, given.progress(FEBRUARY).status());
        assertEquals(Status.exploring, given.progress(MARCH).status());
    }

    @Test
    void ofTwoReportsOfOneDayTheOneRecordedLaterCounts() {
        given.updated(JANUARY, "U1", Status.completed).updated(JANUARY, "U2", Status.preparing);
        assertEquals(Status.preparing, given.progress(JANUARY).status());
        assertEquals("U2", given.progress(JANUARY).lastUpdate().id());
    }

    @Test
    void ofTwoEditsOfOneDayTheOneRecordedLaterCounts() {
        given.titled(JANUARY, "First").titled(JANUARY, "Second");
        assertEquals("Second", given.details(JANUARY).text().title().en());
    }

    @Test
    void aReportOfANewPercentKeepsTheDayOfTheStatus() {
        given.updatedWithPercent(JANUARY, "U1", Status.in_progress, 10)
                .updatedWithPercent(MARCH, "U2", Status.in_progress, 60);
        assertEquals(60, given.progress(MARCH).percent());
        assertEquals(JANUARY, given.progress(MARCH).since());
        assertEquals(MARCH, given.progress(MARCH).lastUpdate().effectiveOn());
    }

    @Test
    void aFirstReportThatConfirmsTheTextKeepsItsDay() {
        given.updated(MARCH, "U1", Status.declared);
        assertEquals(ADOPTED, given.progress(MARCH).since());
        assertFalse(given.progress(MARCH).stated());
    }

    @Test
    void aReportWithoutPercentKeepsThePercentWhileTheStatusIsTheSame() {
        given.updatedWithPercent(JANUARY, "U1", Status.in_progress, 10).updated(MARCH, "U2", Status.in_progress);
        assertEquals(10, given.progress(MARCH).percent());
        assertEquals(JANUARY, given.progress(MARCH).percentOn());
        given.updated(MARCH.plusDays(1), "U3", Status.operational);
        assertNull(given.progress(MARCH.plusDays(1)).percent());
    }

    @Test
    void aReportOfOnePartyIsNewsButNotWhereTheWholeStands() {
        given.updatedWithPercent(JANUARY, "U1", Status.preparing, 10)
                .updatedForParty(FEBRUARY, "U2", "LA", Status.completed);
        Progress progress = given.progress(FEBRUARY);
        assertEquals(Status.preparing, progress.status());
        assertEquals(JANUARY, progress.since());
        assertEquals(10, progress.percent());
        assertEquals("U2", progress.lastUpdate().id());
        assertEquals("LA", progress.lastUpdate().party());
        assertEquals(FEBRUARY.plusDays(INTERVAL), progress.reportDue());
    }

    @Test
    void aReportOfOnePartyLeavesTheTextsStatusTheTexts() {
        given.updatedForParty(FEBRUARY, "U1", "LA", Status.completed);
        assertTrue(given.progress(FEBRUARY).stated());
        assertEquals(Assurance.stated_in_text, given.progress(FEBRUARY).assurance());
    }

    @Test
    void aLateEditOfTheTitleDoesNotUndoALaterOwner() {
        given.ledBy(MARCH, "TH").titled(JANUARY, "Late");
        assertNull(given.details(FEBRUARY).assigned());
        assertEquals("Late", given.details(MARCH).text().title().en());
        assertEquals("TH", given.details(MARCH).assigned().party());
    }

    @Test
    void aLateEditHoldsUntilTheNextEditOfTheSameField() {
        given.titled(MARCH, "New").titled(JANUARY, "Late");
        assertEquals(
                "As it reads",
                given.details(JANUARY.minusDays(1)).text().title().en());
        assertEquals("Late", given.details(FEBRUARY).text().title().en());
        assertEquals("New", given.details(MARCH).text().title().en());
    }

    @Test
    void anOwnerThatWasTakenAwayCanBeAssignedAgain() {
        given.ledBy(JANUARY, "TH").cleared(FEBRUARY, Clearable.assigned).ledBy(MARCH, "LA");
        assertEquals("TH", given.details(JANUARY).assigned().party());
        assertNull(given.details(FEBRUARY).assigned());
        assertEquals("LA", given.details(MARCH).assigned().party());
    }

    @Test
    void aTimeFrameThatWasTakenAwayIsGone() {
        given.dueBy(JANUARY, MARCH).cleared(FEBRUARY, Clearable.timeFrame);
        assertEquals(MARCH, given.details(JANUARY).text().timeFrame().to());
        assertNull(given.details(FEBRUARY).text().timeFrame());
    }

    @Test
    void areasAndSupportingPartiesAreReplacedWholeAndCanBeEmptied() {
        given.edited(
                        JANUARY,
                        new CommitmentEdit(null, "TECH", List.of("AI"), null, List.of("TH", "VN"), null, null, null))
                .edited(MARCH, new CommitmentEdit(null, null, List.of(), null, List.of(), null, null, null));
        assertEquals("TECH", given.details(MARCH).text().area());
        assertEquals(List.of("AI"), given.details(JANUARY).text().otherAreas());
        assertEquals(List.of("TH", "VN"), given.details(JANUARY).supportingAssigned());
        assertEquals(List.of(), given.details(MARCH).text().otherAreas());
        assertEquals(List.of(), given.details(MARCH).supportingAssigned());
    }

    @Test
    void aBetterReadingOfTheTextLeavesWhatWasSetBesideIt() {
        given.titled(JANUARY, "Edited").textRead(text("Better read", "GREEN"));
        assertEquals("Better read", given.details(ADOPTED).text().title().en());
        assertEquals("Edited", given.details(JANUARY).text().title().en());
        assertEquals("GREEN", given.details(JANUARY).text().area());
    }

    @Test
    void stretchesThatDoNotDifferAreOne() {
        given.titled(JANUARY, "Same").titled(MARCH, "Same");
        assertEquals(2, given.timeline().size());
    }

    @Test
    void theStretchesFollowEachOtherWithoutGap() {
        given.titled(MARCH, "b").updated(JANUARY, "U1", Status.preparing).ledBy(FEBRUARY, "TH");
        List<TimelineSegment> timeline = given.timeline();
        for (int i = 1; i < timeline.size(); i++)
            assertEquals(timeline.get(i - 1).to(), timeline.get(i).from());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void factsOfChanceGiveWhatLookingThroughAllOfThemGives(long seed) {
        RandomInputs random = new RandomInputs(seed);
        RulesOracleAdapter oracle = new RulesOracleAdapter();
        RandomEvents.generate(random, RandomSize.of(60, 150)).forEach(oracle::add);
        List<CommitmentEvent> events = oracle.commitmentEvents();
        for (int known = 1; known <= events.size(); known++) {
            List<TimelineSegment> timeline = Timeline.of(events.subList(0, known));
            for (LocalDate day : oracle.days()) {
                Optional<CommitmentState> state = Timeline.stateOn(timeline, day);
                assertEquals(
                        List.of(),
                        RulesOracleAdapter.differences(oracle.at(day, known), state.map(TimelineTest::seen)),
                        "seed " + seed + ", " + day + ", " + known);
            }
        }
    }

    static OracleState seen(CommitmentState state) {
        CommitmentDetails details = state.details();
        CommitmentText commitmentText = details.text();
        Progress progress = state.progress();
        return new OracleState(
                commitmentText.with((Bilingual) null, null, null, null),
                commitmentText.title(),
                commitmentText.area(),
                commitmentText.otherAreas(),
                details.assigned(),
                details.supportingAssigned(),
                commitmentText.timeFrame(),
                progress.status(),
                progress.since(),
                progress.percent(),
                progress.percentOn(),
                progress.assurance(),
                progress.successor(),
                progress.stated(),
                progress.reported() || !progress.status().open(),
                progress.reportDue(),
                progress.lastUpdate(),
                progress.assessed(),
                progress.evidence(),
                details.rule(),
                details.reporters().stream().sorted().toList(),
                progress.parties() == null
                        ? Map.of()
                        : progress.parties().stream().collect(Collectors.toMap(PartyProgress::party, its -> its)));
    }
}
