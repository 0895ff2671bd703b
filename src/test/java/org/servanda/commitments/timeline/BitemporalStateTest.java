package org.servanda.commitments.timeline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.commitments.Status;
import org.servanda.commitments.standings.RandomInputs;
import org.servanda.commitments.timeline.BitemporalReplay.RecordedState;
import org.servanda.testing.RandomSize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.servanda.commitments.timeline.EventBuilder.ADOPTED;
import static org.servanda.commitments.timeline.EventBuilder.day;
import static org.servanda.commitments.timeline.EventBuilder.text;

class BitemporalStateTest {

    private static final LocalDate JANUARY = day(1, 31);
    private static final LocalDate FEBRUARY = day(2, 28);
    private static final LocalDate MARCH = day(3, 31);

    private final EventBuilder given = EventBuilder.ofOneCommitment();

    private static StateVersion origin(List<BitemporalState> open, LocalDate day) {
        return holding(open, day).orElseThrow().origin();
    }

    private static Optional<BitemporalState> holding(List<BitemporalState> open, LocalDate day) {
        return open.stream()
                .filter(each -> !day.isBefore(each.from()) && day.isBefore(each.to()))
                .findFirst();
    }

    @Test
    void aCommitmentBeginsWithVersionZeroInTheEntryThatRecordsIt() {
        assertEquals(
                List.of(new StateVersion(2, EventBuilder.recordedAt(2), 0)),
                given.openStates().stream().map(BitemporalState::origin).toList());
    }

    @Test
    void anInstrumentWithoutACommitmentOpensNothing() {
        assertEquals(List.of(), new EventBuilder().adopted(ADOPTED).openStates());
    }

    @Test
    void daysThatDidNotChangeKeepTheirOriginWhenTheirStretchIsCut() {
        given.updated(MARCH, "U1", Status.preparing);
        assertEquals(new StateVersion(2, EventBuilder.recordedAt(2), 0), origin(given.openStates(), FEBRUARY));
        assertEquals(new StateVersion(3, EventBuilder.recordedAt(3), 1), origin(given.openStates(), MARCH));
    }

    @Test
    void aLateReportChangesOnlyTheDaysUntilTheNextOne() {
        given.updated(MARCH, "U1", Status.completed).updated(JANUARY, "U2", Status.preparing);
        List<BitemporalState> open = given.openStates();
        assertEquals(2, origin(open, ADOPTED).revision());
        assertEquals(4, origin(open, FEBRUARY).revision());
        assertEquals(3, origin(open, MARCH).revision());
        assertEquals(2, origin(open, FEBRUARY).version());
    }

    @Test
    void anEntryThatChangesNothingLeavesEveryRectangleAsItIs() {
        given.titled(JANUARY, "New");
        List<BitemporalState> before = given.openStates();
        given.titled(MARCH, "New").adopted(ADOPTED);
        assertEquals(before, given.openStates());
    }

    @Test
    void aCorrectionBackToWhatWasKnownBeforeIsAChangeAllTheSame() {
        given.titled(JANUARY, "New").titled(JANUARY, "As it reads");
        List<BitemporalState> open = given.openStates();
        assertEquals(2, origin(open, ADOPTED).revision());
        assertEquals(4, origin(open, JANUARY).revision());
        assertEquals(
                holding(open, ADOPTED).orElseThrow().state(),
                holding(open, JANUARY).orElseThrow().state());
        assertEquals(2, open.size(), "the same state, but of two origins");
    }

    @Test
    void neighboursOfOneStateAndOneOriginAreOne() {
        given.titled(JANUARY, "x").titled(MARCH, "y").titled(MARCH, "x");
        assertEquals(3, given.openStates().size(), "January and March are of two entries");
        given.textRead(text("Better read", "GREEN"));
        assertEquals(
                List.of(ADOPTED, JANUARY),
                given.openStates().stream().map(BitemporalState::from).toList());
    }

    @Test
    void anEarlierAdoptionAddsTheDaysBefore() {
        given.updated(JANUARY, "U1", Status.preparing).adopted(ADOPTED.minusDays(5));
        List<BitemporalState> open = given.openStates();
        assertEquals(4, origin(open, ADOPTED.minusDays(5)).revision());
        assertEquals(4, origin(open, ADOPTED).revision(), "its first report is due earlier");
        assertEquals(3, origin(open, JANUARY).revision());
    }

    @Test
    void aLaterAdoptionTakesTheDaysBeforeAway() {
        given.updated(JANUARY, "U1", Status.preparing).adopted(ADOPTED.plusDays(5));
        assertEquals(Optional.empty(), holding(given.openStates(), ADOPTED));
        assertEquals(3, origin(given.openStates(), JANUARY).revision());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void factsOfChanceGiveTheStateAndTheOriginThatLookingThroughAllOfThemGives(long seed) {
        RulesOracleAdapter oracle = new RulesOracleAdapter();
        RandomEvents.generate(new RandomInputs(seed), RandomSize.of(60, 120)).forEach(oracle::add);
        List<BitemporalState> open = List.of();
        List<RecordedState> replayed =
                BitemporalReplay.of(oracle.commitmentEvents()).states();
        for (int known = 1; known <= oracle.commitmentEvents().size(); known++) {
            open = BitemporalState.openAfter(open, oracle.commitmentEvents().subList(0, known));
            long now = known;
            assertEquals(
                    open,
                    replayed.stream()
                            .filter(each -> each.recordedFrom() <= now && now < each.recordedTo())
                            .map(RecordedState::state)
                            .sorted(Comparator.comparing(BitemporalState::from))
                            .toList(),
                    "seed " + seed + ", " + known);
            for (LocalDate day : oracle.days()) {
                String place = "seed " + seed + ", " + day + ", " + known;
                Optional<BitemporalState> held = holding(open, day);
                assertEquals(
                        List.of(),
                        RulesOracleAdapter.differences(
                                oracle.at(day, known),
                                held.map(BitemporalState::state).map(TimelineTest::seen)),
                        place);
                assertEquals(
                        Optional.ofNullable(oracle.origin(day, known))
                                .map(event -> event.recorded().sequence()),
                        held.map(each -> each.origin().revision()),
                        place);
            }
        }
        assertTrue(open.size() > 10);
    }
}
