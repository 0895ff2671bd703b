package org.servanda.commitments.summary;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.commitments.counts.CombinationCount;
import org.servanda.commitments.counts.FacetCounts;
import org.servanda.commitments.filters.CommitmentFilter;
import org.servanda.commitments.filters.Dimension;
import org.servanda.commitments.standings.Standings;
import org.servanda.ledger.ReadPoints;
import org.servanda.testing.HttpTest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Counts, kept and counted. */
@HttpTest
class SummaryTest {

    @Inject
    Standings standings;

    @Inject
    ReadPoints registers;

    @Inject
    FacetCounts facetCounts;

    private static JsonPath summary(String query) {
        return given().urlEncodingEnabled(false)
                .get("/api/v1/summary?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void everyCountLinksToExactlyTheItemsBehindIt() {
        for (String query : List.of(
                "by=area,status",
                "by=party,kind&area=AI,INFRA",
                "by=owner",
                "by=party&party=LA,TH",
                "by=schedule,freshness",
                "by=area,primaryArea&q=%E7%BD%91%E7%BB%9C",
                "by=status&instrument=CNS-2025&updatedSince=2020-01-01T00:00:00Z",
                "by=status&instrument=CNS-2025&sinceRevision=0",
                "by=area&sinceRevision=150")) {
            List<Map<String, Object>> cells = summary(query).getList("cells");
            assertFalse(cells.isEmpty(), query);
            for (Map<String, Object> cell : cells) {
                int listed = given().urlEncodingEnabled(false)
                        .get(cell.get("items") + "&limit=1&count=true&fields=code")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("total");
                assertEquals(cell.get("count"), listed, query + " " + cell);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"instrument", "primaryArea", "status", "kind", "obligation", "schedule", "freshness", "assurance"
            })
    void countsByADimensionWithOneValueEachAddUpToTheDenominator(String by) {
        JsonPath summary = summary("by=" + by);
        assertEquals(115, summary.getInt("denominator"));
        assertEquals(
                115,
                summary.getList("cells.count", Integer.class).stream()
                        .mapToInt(n -> n)
                        .sum());
    }

    static List<List<Dimension>> dimensions() {
        List<List<Dimension>> all = new ArrayList<>();
        for (Dimension first : Dimension.values()) {
            all.add(List.of(first));
            for (Dimension second : Dimension.values()) {
                if (first != second) all.add(List.of(first, second));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("dimensions")
    @Transactional
    void keptCountsAreWhatCountingGives(List<Dimension> by) {
        CommitmentFilter all = CommitmentFilter.all(registers.now());
        facetCounts
                .combinations(all, by)
                .ifPresent(kept -> assertEquals(sorted(standings.combinations(all, by)), sorted(kept)));
        if (by.size() == 1) {
            for (CombinationCount combination : standings.combinations(all, by)) {
                CommitmentFilter one =
                        all.with(by.get(0), combination.facets().get(0).value());
                facetCounts.count(one).ifPresent(kept -> assertEquals(combination.count(), kept));
            }
        } else {
            String value = standings
                    .combinations(all, by.subList(0, 1))
                    .get(0)
                    .facets()
                    .get(0)
                    .value();
            Map<Dimension, List<String>> only = new EnumMap<>(Dimension.class);
            only.put(by.get(0), List.of(value));
            CommitmentFilter one = new CommitmentFilter(only, null, null, null, all.at());
            List<Dimension> rest = by.subList(1, 2);
            facetCounts
                    .combinations(one, rest)
                    .ifPresent(kept -> assertEquals(sorted(standings.combinations(one, rest)), sorted(kept)));
        }
    }

    @Test
    @Transactional
    void aKeptCountOfTwoValuesIsWhatCountingGives() {
        CommitmentFilter all = CommitmentFilter.all(registers.now());
        for (List<Dimension> by :
                List.of(List.of(Dimension.party, Dimension.area), List.of(Dimension.status, Dimension.owner))) {
            for (CombinationCount combination : standings.combinations(all, by)) {
                CommitmentFilter both = all.with(
                                by.get(0), combination.facets().get(0).value())
                        .with(by.get(1), combination.facets().get(1).value());
                assertEquals(combination.count(), facetCounts.count(both).orElseThrow());
                assertEquals(combination.count(), standings.count(both));
            }
        }
        CommitmentFilter none = all.with(Dimension.instrument, "BRDE-2023").with(Dimension.party, "SG");
        assertEquals(0L, facetCounts.count(none).orElseThrow());
    }

    private static List<CombinationCount> sorted(List<CombinationCount> combinations) {
        return combinations.stream().sorted().toList();
    }

    @Test
    void aSummaryNeedsOneOrTwoDimensionsThatExist() {
        for (String bad : List.of(
                "status=declared", "by=", "by=area,status,kind", "by=colour", "by=area,area,area,status,kind")) {
            given().get("/api/v1/summary?" + bad).then().statusCode(400).body("errors.parameter", hasItem("by"));
        }
        given().get("/api/v1/summary?by=stauts")
                .then()
                .statusCode(400)
                .body("errors[0].nearest", is("status"))
                .body("errors[0].allowed", hasItems("area", "party"));
    }
}
