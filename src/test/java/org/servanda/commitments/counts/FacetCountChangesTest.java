package org.servanda.commitments.counts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.servanda.commitments.Assurance;
import org.servanda.commitments.CommitmentKind;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Confidence;
import org.servanda.commitments.EndOfTime;
import org.servanda.commitments.Obligation;
import org.servanda.commitments.Owner;
import org.servanda.commitments.OwnerHow;
import org.servanda.commitments.Status;
import org.servanda.commitments.StatusBasis;
import org.servanda.commitments.filters.Dimension;
import org.servanda.commitments.filters.Facet;
import org.servanda.commitments.timeline.BitemporalState;
import org.servanda.commitments.timeline.CommitmentDetails;
import org.servanda.commitments.timeline.CommitmentState;
import org.servanda.commitments.timeline.Progress;
import org.servanda.instruments.Quote;
import org.servanda.text.Bilingual;
import org.servanda.text.Language;
import org.servanda.time.DatePrecision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FacetCountChangesTest {

    private static final LocalDate DAY = LocalDate.of(2024, 10, 10);
    private static final Facet AI = new Facet(Dimension.area, "AI");
    private static final Facet TECH = new Facet(Dimension.area, "TECH");
    private static final Facet DECLARED = new Facet(Dimension.status, "declared");
    private static final Facet COMPLETED = new Facet(Dimension.status, "completed");

    private final FacetCountChanges gathered = new FacetCountChanges();

    @Test
    void nothingGatheredChangesNothing() {
        assertEquals(Map.of(), changes());
    }

    @Test
    void eachValueIsCountedWithItself() {
        gathered.added(from(commitment("ACJS-2024.III.2", Status.declared, "AI", "TECH")));
        for (Facet facet : List.of(
                new Facet(Dimension.instrument, "ACJS-2024"),
                new Facet(Dimension.primaryArea, "AI"),
                AI,
                TECH,
                new Facet(Dimension.owner, "named"),
                new Facet(Dimension.owner, "CN"),
                new Facet(Dimension.party, "CN"),
                new Facet(Dimension.party, "LA"),
                DECLARED,
                new Facet(Dimension.kind, "pledge"),
                new Facet(Dimension.obligation, "promote"),
                new Facet(Dimension.assurance, "stated_in_text")))
            assertEquals(1, change(facet, facet), facet.toString());
    }

    @Test
    void eachPairOfValuesOfTwoDimensionsIsCountedOnceInTheOrderOfDimensions() {
        gathered.added(from(commitment("ACJS-2024.III.2", Status.declared, "AI", "TECH")));
        assertEquals(1, change(AI, DECLARED));
        assertEquals(1, change(TECH, DECLARED));
        gathered.changes()
                .keySet()
                .forEach(key -> assertTrue(
                        key.dimension().compareTo(key.otherDimension()) < 0
                                || key.value().equals(key.otherValue()),
                        key.toString()));
        // 12 values, 78 pairs and selves, less the one pair each within area, owner and party.
        assertEquals(75, changes().size());
    }

    @Test
    void twoValuesOfOneDimensionAreNotAPair() {
        gathered.added(from(commitment("ACJS-2024.III.2", Status.declared, "AI", "TECH")));
        assertNull(changes().get(new FacetCount.Key(AI, TECH)));
        assertNull(changes().get(new FacetCount.Key(TECH, AI)));
    }

    @Test
    void whatDependsOnTheDayIsNotCounted() {
        gathered.added(from(commitment("ACJS-2024.III.2", Status.declared, "AI")));
        assertFalse(changes().keySet().stream()
                .anyMatch(key ->
                        key.dimension().uncounted() || key.otherDimension().uncounted()));
    }

    @Test
    void commitmentsAddUp() {
        gathered.added(from(commitment("ACJS-2024.III.1", Status.declared, "AI")));
        gathered.added(from(commitment("ACJS-2024.III.2", Status.declared, "AI")));
        gathered.added(from(commitment("ACJS-2024.III.3", Status.completed, "TECH")));
        assertEquals(2, change(AI, AI));
        assertEquals(2, change(AI, DECLARED));
        assertEquals(1, change(TECH, COMPLETED));
        assertNull(changes().get(new FacetCount.Key(TECH, DECLARED)));
        assertEquals(
                3, change(new Facet(Dimension.instrument, "ACJS-2024"), new Facet(Dimension.instrument, "ACJS-2024")));
    }

    @Test
    void whatIsRemovedAndAddedAgainUnchangedLeavesNoTrace() {
        CommitmentState commitment = commitment("ACJS-2024.III.2", Status.declared, "AI", "TECH");
        gathered.removed(from(commitment));
        gathered.added(from(commitment));
        assertEquals(Map.of(), changes());
    }

    @Test
    void aCorrectionMovesOnlyWhatDiffers() {
        CommitmentState commitment = commitment("ACJS-2024.III.2", Status.declared, "AI");
        gathered.removed(from(commitment));
        gathered.added(from(state(promise("ACJS-2024.III.2", Status.completed, "AI"))));
        assertEquals(-1, change(DECLARED, DECLARED));
        assertEquals(1, change(COMPLETED, COMPLETED));
        assertEquals(-1, change(AI, DECLARED));
        assertEquals(1, change(AI, COMPLETED));
        assertNull(changes().get(new FacetCount.Key(AI, AI)));
        assertTrue(changes().keySet().stream()
                .allMatch(key -> key.dimension() == Dimension.status || key.otherDimension() == Dimension.status));
    }

    @Test
    void anAreaThatIsNoLongerOneOfSeveralIsTakenOff() {
        CommitmentState commitment = commitment("ACJS-2024.III.2", Status.declared, "AI", "TECH");
        gathered.removed(from(commitment));
        gathered.added(from(state(promise("ACJS-2024.III.2", Status.declared, "AI"))));
        assertEquals(-1, change(TECH, TECH));
        assertNull(changes().get(new FacetCount.Key(AI, AI)));
        assertTrue(changes().values().stream().allMatch(change -> change == -1));
    }

    @Test
    void whatHeldForAWhileIsCountedInItsMonthsAndDays() {
        LocalDate end = LocalDate.of(2026, 3, 31);
        CommitmentState declared = commitment("ACJS-2024.III.2", Status.declared, "AI");
        CommitmentState completed = commitment("ACJS-2024.III.2", Status.completed, "AI");
        gathered.added(List.of(
                new BitemporalState(DAY, end, declared, null),
                new BitemporalState(end, EndOfTime.FOREVER, completed, null)));
        assertEquals(1, on(DECLARED, FacetCount.Period.day, DAY));
        assertEquals(-1, on(DECLARED, FacetCount.Period.day, end));
        assertEquals(-1, on(DECLARED, FacetCount.Period.month, LocalDate.of(2026, 3, 1)));
        assertEquals(1, on(COMPLETED, FacetCount.Period.month, LocalDate.of(2026, 3, 1)));
        // The area did not change that day.
        assertEquals(0, on(AI, FacetCount.Period.day, end));
        assertEquals(0, change(DECLARED, DECLARED));
        assertEquals(1, change(COMPLETED, COMPLETED));
        Facet instrument = new Facet(Dimension.instrument, "ACJS-2024");
        assertEquals(0, on(instrument, FacetCount.Period.day, DAY));
    }

    private long on(Facet facet, FacetCount.Period period, LocalDate start) {
        return gathered.changes().getOrDefault(new FacetCount.Key(facet, facet, period, start), 0L);
    }

    @Test
    void anOwnerIsCountedByHowItIsStatedAndByName() {
        gathered.added(from(commitment("ACJS-2024.III.2", Status.declared, "AI")));
        Facet named = new Facet(Dimension.owner, "named");
        Facet china = new Facet(Dimension.owner, "CN");
        assertEquals(1, change(named, DECLARED));
        assertEquals(1, change(china, DECLARED));
        assertNull(changes().get(new FacetCount.Key(china, named)));
    }

    private long change(Facet one, Facet other) {
        return changes().getOrDefault(new FacetCount.Key(one, other), 0L);
    }

    private static CommitmentState commitment(String code, Status status, String area, String... otherAreas) {
        return state(promise(code, status, area, otherAreas));
    }

    /** What is counted over all time; changes by month and day have a test of their own. */
    private Map<FacetCount.Key, Long> changes() {
        return gathered.changes().entrySet().stream()
                .filter(change -> change.getKey().period() == FacetCount.Period.all)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<BitemporalState> from(CommitmentState state) {
        return List.of(new BitemporalState(DAY, EndOfTime.FOREVER, state, null));
    }

    private static CommitmentState state(CommitmentText commitmentText) {
        return new CommitmentState(
                CommitmentDetails.of(commitmentText),
                new Progress(
                        commitmentText.status(),
                        DAY,
                        null,
                        null,
                        Assurance.stated_in_text,
                        false,
                        null,
                        null,
                        true,
                        null,
                        null,
                        0,
                        null));
    }

    private static CommitmentText promise(String code, Status status, String area, String... otherAreas) {
        Bilingual words = new Bilingual("推动人工智能准则的交流", "Exchange on AI principles");
        return new CommitmentText(
                code,
                "ACJS-2024",
                1,
                "III.2",
                words,
                words,
                null,
                area,
                List.of(otherAreas),
                CommitmentKind.pledge,
                Obligation.promote,
                List.of("CN", "LA"),
                new Owner.Stated(OwnerHow.named, new Bilingual("中方", null), List.of("CN")),
                List.of(),
                null,
                List.of(),
                null,
                null,
                status,
                new StatusBasis(new Quote(Language.zh, "推动", 0, 2), Confidence.high, DAY, DatePrecision.day, null));
    }
}
