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
import org.servanda.commitments.filters.CommitmentFilter.Condition;
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
        assertEquals("c.latest = true", all.condition().hql());
        assertEquals(Map.of(), all.condition().parameters());
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
        ReadPoint asked = new ReadPoint(TODAY, true, 7, false, SINCE, new ReadPoint.Pinned(true, true));
        assertEquals(
                "schedule=late&asOf=2026-11-21&knownAt=7", new CommitmentFilter(late, null, null, null, asked).query());
    }

    @Test
    void whatIsNotTheLatestIsSoughtByBothTimes() {
        ReadPoint past = new ReadPoint(TODAY, true, 7, false, SINCE, new ReadPoint.Pinned(false, true));
        Condition condition = CommitmentFilter.all(past).condition();
        assertBound(condition);
        assertEquals(Map.of("asOf", TODAY, "revision", 7L), condition.parameters());
    }

    @ParameterizedTest
    @EnumSource
    void everyDimensionBindsJustTheParametersItHolds(Dimension dimension) {
        String value = dimension.enumValues().map(words -> words.get(0)).orElse("X");
        assertBound(filter(Map.of(dimension, List.of(value)), null, null).condition());
    }

    @Test
    void everythingTogetherBindsJustTheParametersItHolds() {
        Map<Dimension, List<String>> values = new LinkedHashMap<>();
        for (Dimension dimension : Dimension.values())
            values.put(
                    dimension,
                    List.of(dimension.enumValues().map(words -> words.get(0)).orElse("X")));
        Condition condition = filter(values, "5G技术 海缆 submarine cable 算", SINCE).condition();
        assertBound(condition);
        assertEquals(SINCE, condition.parameters().get("updatedSince"));
        assertEquals(7L, condition.parameters().get("sinceRevision"));
        assertEquals(TODAY, condition.parameters().get("today"));
    }

    @Test
    void wordsOfAClosedListAreComparedAsWhatTheyAre() {
        Condition condition = filter(Map.of(Dimension.status, List.of("declared", "completed")), null, null)
                .condition();
        assertEquals(
                List.of(Status.declared, Status.completed),
                condition.parameters().get("status"));
    }

    @Test
    void aWordIsSoughtByItsTermsAndInTheTextItself() {
        Condition condition = words("海缆").condition();
        assertEquals(Set.of("海缆", "%海缆%"), Set.copyOf(condition.parameters().values()));
        assertTrue(condition.hql().contains("c.details.searchText like :"), condition.hql());
    }

    @Test
    void theLastWordMayGoOn() {
        assertEquals(
                Set.of("cable%", "%cable%"),
                Set.copyOf(words("Cable").condition().parameters().values()));
    }

    /** Each term that is looked up is a join, whose order PostgreSQL has to find first: with 200 that took 20 seconds. */
    @ParameterizedTest
    @MethodSource("longest")
    void howManyTermsAreLookedUpDoesNotGrowWithTheQuery(String q) {
        Condition condition = words(q).condition();
        assertBound(condition);
        int words = SearchWords.query(q).size();
        assertTrue(occurrences(condition.hql(), "exists (") <= SearchCondition.LOOKED_UP, condition.hql());
        assertTrue(
                occurrences(condition.hql(), "from SearchTerm") <= SearchCondition.LOOKED_UP + words, condition.hql());
        assertEquals(words, occurrences(condition.hql(), "searchText like"), condition.hql());
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
        Condition condition = words(q).condition();
        assertTrue(
                condition.parameters().containsValue(pattern),
                condition.parameters().toString());
        assertEquals(
                occurrences(condition.hql(), " like "), occurrences(condition.hql(), " escape '!'"), condition.hql());
    }

    @ParameterizedTest
    @ValueSource(strings = {"' or 1 = 1 --x", "x') or (1 = 1", ":today1", "c.code"})
    void theWordsNeverBecomePartOfTheCondition(String q) {
        Condition condition = words(q).condition();
        assertFalse(condition.hql().contains("1 = 1"), condition.hql());
        assertFalse(condition.hql().contains("c.code"), condition.hql());
        assertBound(condition);
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
    private static void assertBound(Condition condition) {
        Set<String> held = Pattern.compile(":(\\w+)")
                .matcher(condition.hql())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        assertEquals(held, condition.parameters().keySet(), condition.hql());
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
        return new ReadPoint(today, true, 1, true, SINCE, new ReadPoint.Pinned(false, false));
    }
}
