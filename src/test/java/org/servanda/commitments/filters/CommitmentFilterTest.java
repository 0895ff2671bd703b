package org.servanda.commitments.filters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.commitments.Status;
import org.servanda.ledger.EntryRef;
import org.servanda.ledger.ReadPoint;
import org.servanda.text.SearchWords;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CommitmentFilterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aFilterWithoutAnythingMeansAll() {
        CommitmentFilter all = filter(Map.of(), null, null);
        assertTrue(all.isEmpty());
        assertEquals("", all.query());
        assertEquals("c.latest = true", new StandingQuery(all).condition());
        assertEquals(Map.of(), new StandingQuery(all).parameters());
    }

    @Test
    void anythingAskedForMakesItNarrower() {
        assertFalse(filter(Map.of(Dimension.area, List.of("AI")), null, null).isEmpty());
        assertFalse(words("算力").isEmpty());
        assertFalse(filter(Map.of(), null, SINCE).isEmpty());
    }

    @Test
    void theQueryStringHoldsDimensionsThenWordsThenTheMomentAndTheEntry() {
        assertEquals(
                "area=AI,TECH&status=declared&q=submarine%20cable&updatedSince=2026-01-01T00%3A00%3A00Z&sinceRevision=7",
                filter(
                                Map.of(
                                        Dimension.status, List.of("declared"),
                                        Dimension.area, List.of("TECH", "AI")),
                                "submarine cable",
                                SINCE)
                        .query());
    }

    @Test
    void theOrderInWhichThingsAreAskedForDoesNotMatter() {
        Map<Dimension, List<String>> one = new LinkedHashMap<>();
        one.put(Dimension.kind, List.of("event", "pledge"));
        one.put(Dimension.instrument, List.of("ACJS-2024", "BRDE-2023"));
        Map<Dimension, List<String>> other = new LinkedHashMap<>();
        other.put(Dimension.instrument, List.of("BRDE-2023", "ACJS-2024"));
        other.put(Dimension.kind, List.of("pledge", "event"));
        assertEquals(filter(one, null, null).query(), filter(other, null, null).query());
    }

    @Test
    void differentFiltersHaveDifferentQueryStrings() {
        String both = filter(Map.of(Dimension.area, List.of("AI", "TECH")), null, null)
                .query();
        assertNotEquals(
                both,
                filter(Map.of(Dimension.primaryArea, List.of("AI", "TECH")), null, null)
                        .query());
        assertNotEquals(
                both, filter(Map.of(Dimension.area, List.of("AI")), null, null).query());
        assertNotEquals(words("a&sort=due").query(), words("a").query());
    }

    @ParameterizedTest
    @CsvSource({
        "算力, q=%E7%AE%97%E5%8A%9B",
        "a&b=c, q=a%26b%3Dc",
        "a+b c, q=a%2Bb%20c",
        "50%, q=50%25",
        "𠮷, q=%F0%A0%AE%B7"
    })
    void theWordsAreEncodedAsAnAddressNeeds(String q, String query) {
        assertEquals(query, words(q).query());
    }

    @Test
    void onlyTheCoordinatesThatWereAskedForArePartOfTheAddress() {
        Map<Dimension, List<String>> late = Map.of(Dimension.schedule, List.of("late"));
        assertEquals(
                new CommitmentFilter(late, null, null, null, on(TODAY)).query(),
                new CommitmentFilter(late, null, null, null, on(TODAY.plusDays(1))).query());
        ReadPoint asked = new ReadPoint(TODAY, true, 7, false, SINCE, new ReadPoint.RequestedTimes(true, true));
        assertEquals(
                "schedule=late&asOf=2026-11-21&knownAt=7", new CommitmentFilter(late, null, null, null, asked).query());
    }

    @Test
    void whatIsNotTheLatestIsSoughtByBothTimes() {
        ReadPoint past = new ReadPoint(TODAY, true, 7, false, SINCE, new ReadPoint.RequestedTimes(false, true));
        StandingQuery query = new StandingQuery(CommitmentFilter.all(past));
        assertBound(query);
        assertEquals(Map.of("asOf", TODAY, "revision", 7L), query.parameters());
    }

    @ParameterizedTest
    @EnumSource
    void everyDimensionBindsJustTheParametersItHolds(Dimension dimension) {
        String value = dimension.enumValues().map(words -> words.get(0)).orElse("X");
        assertBound(new StandingQuery(filter(Map.of(dimension, List.of(value)), null, null)));
    }

    @Test
    void everythingTogetherBindsJustTheParametersItHolds() {
        Map<Dimension, List<String>> values = new LinkedHashMap<>();
        for (Dimension dimension : Dimension.values())
            values.put(
                    dimension,
                    List.of(dimension.enumValues().map(words -> words.get(0)).orElse("X")));
        StandingQuery query = new StandingQuery(filter(values, "5G技术 海缆 submarine cable 算", SINCE));
        assertBound(query);
        assertEquals(SINCE, query.parameters().get("updatedSince"));
        assertEquals(7L, query.parameters().get("sinceRevision"));
        assertEquals(TODAY, query.parameters().get("today"));
    }

    @Test
    void wordsOfAClosedListAreComparedAsWhatTheyAre() {
        StandingQuery query =
                new StandingQuery(filter(Map.of(Dimension.status, List.of("declared", "completed")), null, null));
        assertEquals(
                List.of(Status.declared, Status.completed), query.parameters().get("status"));
    }

    @Test
    void aWordIsSoughtByItsTermsAndInTheTextItself() {
        StandingQuery query = new StandingQuery(words("海缆"));
        assertEquals(Set.of("海缆", "%海缆%"), Set.copyOf(query.parameters().values()));
        assertTrue(query.condition().contains("c.details.searchText like :"), query.condition());
    }

    @Test
    void theLastWordMayGoOn() {
        assertEquals(
                Set.of("cable%", "%cable%"),
                Set.copyOf(new StandingQuery(words("Cable")).parameters().values()));
    }

    /** Each term that is looked up is a join, whose order PostgreSQL has to find first: with 200 that took 20 seconds. */
    @ParameterizedTest
    @MethodSource("longest")
    void howManyTermsAreLookedUpDoesNotGrowWithTheQuery(String q) {
        StandingQuery query = new StandingQuery(words(q));
        assertBound(query);
        int words = SearchWords.query(q).size();
        assertTrue(occurrences(query.condition(), "exists (") <= SearchCondition.INDEXED_TERMS, query.condition());
        assertTrue(
                occurrences(query.condition(), "from SearchTerm") <= SearchCondition.INDEXED_TERMS + words,
                query.condition());
        assertEquals(words, occurrences(query.condition(), "searchText like"), query.condition());
    }

    static List<String> longest() {
        return List.of(
                IntStream.range(0, 200)
                        .mapToObj(i -> Character.toString('一' + i))
                        .collect(Collectors.joining()),
                "a.b.".repeat(50),
                "算a".repeat(100),
                "一 二 三 四 五 六 七 八 九 十 a b c d e f g h i j",
                "x".repeat(200));
    }

    @ParameterizedTest
    @CsvSource({"50%, %50!%%", "a_b, %a!_b%", "wow!x, %wow!!x%", "a!%_x, %a!!!%!_x%", "％5, %!%5%"})
    void whatAPatternWouldTakeForAnythingIsTakenAsWritten(String q, String pattern) {
        StandingQuery query = new StandingQuery(words(q));
        assertTrue(query.parameters().containsValue(pattern), query.parameters().toString());
        assertEquals(
                occurrences(query.condition(), " like "),
                occurrences(query.condition(), " escape '!'"),
                query.condition());
    }

    @ParameterizedTest
    @ValueSource(strings = {"' or 1 = 1 --x", "x') or (1 = 1", ":today1", "c.code"})
    void theWordsNeverBecomePartOfTheCondition(String q) {
        StandingQuery query = new StandingQuery(words(q));
        assertFalse(query.condition().contains("1 = 1"), query.condition());
        assertFalse(query.condition().contains("c.code"), query.condition());
        assertBound(query);
    }

    @Test
    void narrowingReplacesTheValuesOfTheDimensionAndKeepsTheRest() {
        CommitmentFilter wide = filter(Map.of(Dimension.area, List.of("AI", "TECH")), "算力", SINCE);
        CommitmentFilter narrow = wide.with(Dimension.area, "AI").with(Dimension.kind, "pledge");
        assertEquals(
                filter(Map.of(Dimension.area, List.of("AI"), Dimension.kind, List.of("pledge")), "算力", SINCE), narrow);
        assertEquals(List.of("AI", "TECH"), wide.values().get(Dimension.area));
    }

    @Test
    void theFilterDoesNotFollowTheMapItWasMadeFrom() {
        Map<Dimension, List<String>> given = new LinkedHashMap<>(Map.of(Dimension.area, List.of("AI")));
        CommitmentFilter filter = filter(given, null, null);
        given.clear();
        assertEquals("area=AI", filter.query());
    }

    /** Every parameter in the condition has a value and every value has its place: Hibernate refuses anything else. */
    private static void assertBound(StandingQuery query) {
        Set<String> held = Pattern.compile(":(\\w+)")
                .matcher(query.condition())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        assertEquals(held, query.parameters().keySet(), query.condition());
    }

    private static int occurrences(String text, String piece) {
        return text.split(Pattern.quote(piece), -1).length - 1;
    }

    private static CommitmentFilter words(String q) {
        return filter(Map.of(), q, null);
    }

    private static CommitmentFilter filter(Map<Dimension, List<String>> values, String q, Instant since) {
        return new CommitmentFilter(values, q, since, since == null ? null : new EntryRef(7, since), on(TODAY));
    }

    static ReadPoint on(LocalDate today) {
        return new ReadPoint(today, true, 1, true, SINCE, new ReadPoint.RequestedTimes(false, false));
    }
}
