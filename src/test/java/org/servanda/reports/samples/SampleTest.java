package org.servanda.reports.samples;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.servanda.reports.PdfText;
import org.servanda.testing.HttpTest;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A sample that an auditor can draw again without the program. */
@HttpTest
class SampleTest {

    private static final String PATH = "/api/v1/reports/sample";

    private static JsonPath sample(String query) {
        Response answer = given().urlEncodingEnabled(false).get(PATH + "?" + query);
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.jsonPath();
    }

    private static List<String> codes(JsonPath sample) {
        return List.copyOf(new LinkedHashSet<>(sample.<String>getList("items.code")));
    }

    /** Drawn as docs/reports.md says, by another way than the program's. */
    private static List<String> redrawn(String seed, int size, String stratify, String filter) {
        List<Map<String, String>> all = given().get("/api/v1/reports/status?lang=en" + filter)
                .path("items.collect { ['code': it.code, 'area': it.area, 'instrument': it.instrument] }");
        Map<String, List<String>> strata = new TreeMap<>();
        for (Map<String, String> one : all)
            strata.computeIfAbsent(stratify == null ? "all" : one.get(stratify), none -> new ArrayList<>())
                    .add(one.get("code"));
        int each = size >= strata.size() ? 1 : 0;
        BigDecimal places = BigDecimal.valueOf(Math.min(size, all.size()) - each * strata.size());
        BigDecimal left = BigDecimal.valueOf(all.size() - each * strata.size());
        Map<String, Integer> shares = new LinkedHashMap<>();
        Map<String, BigDecimal> rests = new LinkedHashMap<>();
        int given = 0;
        for (Map.Entry<String, List<String>> stratum : strata.entrySet()) {
            BigDecimal quota = left.signum() == 0
                    ? BigDecimal.ZERO
                    : places.multiply(BigDecimal.valueOf(stratum.getValue().size() - each))
                            .divide(left, MathContext.DECIMAL128);
            shares.put(stratum.getKey(), each + quota.intValue());
            rests.put(stratum.getKey(), quota.remainder(BigDecimal.ONE));
            given += quota.intValue();
        }
        List<String> order = new ArrayList<>(strata.keySet());
        order.sort(
                Comparator.<String, BigDecimal>comparing(rests::get).reversed().thenComparing(code -> -strata.get(code)
                        .size()));
        for (int i = 0; i < places.intValue() - given; i++) shares.merge(order.get(i), 1, Integer::sum);
        List<String> drawn = new ArrayList<>();
        strata.forEach((code, its) -> {
            its.sort(Comparator.comparing(one -> digest(seed + ":" + one)));
            drawn.addAll(its.subList(0, shares.get(code)));
        });
        return drawn;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anyoneCanDrawItAgain() {
        assertEquals(redrawn("7", 25, null, ""), codes(sample("seed=7")));
        assertEquals(redrawn("7", 3, null, ""), codes(sample("seed=7&size=3")));
        assertEquals(redrawn("7", 30, "area", ""), codes(sample("seed=7&size=30&stratify=area")));
        assertEquals(redrawn("7", 2, "area", ""), codes(sample("seed=7&size=2&stratify=area")));
        assertEquals(redrawn("7", 10, "instrument", ""), codes(sample("seed=7&size=10&stratify=instrument")));
        assertEquals(
                redrawn("抽样 1", 8, "area", "&instrument=BRDE-2023"),
                codes(sample("seed=%E6%8A%BD%E6%A0%B7%201&size=8&stratify=area&instrument=BRDE-2023")));
        assertEquals(
                redrawn("7", 200, "instrument", "&area=AI"),
                codes(sample("seed=7&size=200&stratify=instrument&area=AI")),
                "all, where there are no more");
    }

    @Test
    void eachLineTellsFromHowManyItWasDrawn() {
        JsonPath sample = sample("seed=a&size=12&stratify=instrument");
        Map<String, Integer> drawn = new TreeMap<>();
        for (Map<String, Object> line : sample.<Map<String, Object>>getList("items.unique(false) { it.code }")) {
            drawn.merge((String) line.get("stratum"), 1, Integer::sum);
            assertEquals(digest("a:" + line.get("code")), line.get("key"));
            assertEquals(drawn.get(line.get("stratum")), line.get("place"));
        }
        assertEquals(12, drawn.values().stream().mapToInt(Integer::intValue).sum());
        drawn.forEach((instrument, n) -> {
            String of = "items.find { it.stratum == '" + instrument + "' }";
            assertEquals(n, sample.getInt(of + ".drawn"));
            assertEquals(
                    given().get("/api/v1/commitments?count=true&limit=1&instrument=" + instrument)
                            .<Integer>path("total"),
                    sample.getInt(of + ".population"));
        });
        assertEquals(4, drawn.size(), "each instrument has one at least");
        assertTrue(sample("seed=a&size=1").getList("items.stratum").stream().allMatch(none -> none == null));
    }

    @Test
    void aLineIsALineOfTheDossier() {
        JsonPath sample = sample("seed=b&size=2");
        for (String code : codes(sample)) {
            List<Map<String, Object>> lines = sample.getList("items.findAll { it.code == '" + code + "' }");
            for (Map<String, Object> line : lines)
                List.of("population", "drawn", "place", "key").forEach(line::remove);
            assertEquals(
                    given().get("/api/v1/reports/dossier/" + code).jsonPath().getList("items"), lines);
        }
    }

    @Test
    void anotherSeedDrawsAnotherSampleAndTheSameOneTheSameForEver() {
        assertNotEquals(codes(sample("seed=7")), codes(sample("seed=8")));
        String address = sample("seed=7&size=5").getString("address");
        assertTrue(address.startsWith(PATH + "?seed=7&size=5&asOf="), address);
        Response before = given().urlEncodingEnabled(false).get(address);
        String drawn = codes(before.jsonPath()).get(0);
        UpdateFixture.of(drawn).on("2026-09-01").status("exploring").counted();
        Response after = given().urlEncodingEnabled(false).get(address);
        assertEquals(before.asString(), after.asString());
        assertEquals(before.header("ETag"), after.header("ETag"));
        assertNotEquals(
                before.jsonPath().getList("items"), sample("seed=7&size=5").getList("items"), "but now");
    }

    @Test
    void whoMaySeeMoreIsToldMoreUnderAnotherTag() {
        String code = "CNS-2025.9";
        String waiting = UpdateFixture.of(code).on("2026-03-05").waitingFrom("TH");
        String all = "?seed=7&size=200&instrument=CNS-2025&knownAt="
                + given().auth()
                        .oauth2(TestKeys.auditor())
                        .get("/api/v1/commitments?limit=1")
                        .path("revision");
        Response open = given().get(PATH + all);
        Response inside = given().auth().oauth2(TestKeys.auditor()).get(PATH + all);
        Response own = given().auth().oauth2(TestKeys.contributor("TH")).get(PATH + all);
        String ids = "items.findAll { it.section == 'report' }.id";
        assertEquals(false, open.jsonPath().getList(ids).contains(waiting));
        assertTrue(inside.jsonPath().getList(ids).contains(waiting));
        assertTrue(own.jsonPath().getList(ids).contains(waiting));
        assertEquals(codes(open.jsonPath()), codes(inside.jsonPath()), "the draw is the same");
        assertEquals(
                3,
                List.of(open, inside, own).stream()
                        .map(answer -> answer.header("ETag"))
                        .distinct()
                        .count());
    }

    @Test
    void whatAuditorsReadCanBePrinted() throws IOException {
        String drawn = codes(sample("seed=7&size=1")).get(0);
        assertTrue(PdfText.text("sample?seed=7&size=1").contains(drawn));
        assertTrue(PdfText.text("sample?seed=7&status=cancelled&lang=zh").contains("审计抽样"));
        assertTrue(PdfText.text("dossier/" + drawn + "?lang=zh").contains("变更记录"));
        assertTrue(PdfText.text("findings?instrument=ACJS-2024").contains("Open divergence"));
        assertTrue(PdfText.text("findings?finding=reopened&asOf=2024-01-01").contains("0 findings"));
    }

    @Test
    void whatIsWrongIsNamed() {
        given().get(PATH)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("seed"))
                .body("detail", containsString("same sample again"));
        given().get(PATH + "?seed=" + "x".repeat(101) + "&size=201&stratify=party")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItems("seed", "size", "stratify"))
                .body("errors.find { it.parameter == 'stratify' }.allowed", is(List.of("area", "instrument")));
        for (String size : List.of("0", "-1", "many", "1.5"))
            given().get(PATH + "?seed=7&size=" + size).then().statusCode(400).body("errors[0].parameter", is("size"));
        given().get(PATH + "?seed=7&instrument=CNS-2024")
                .then()
                .statusCode(400)
                .body("errors[0].nearest", is("CNS-2025"));
        assertEquals(0, sample("seed=7&status=cancelled").getInt("rows"));
    }
}
