package org.servanda.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.testing.ApiRequests;
import org.servanda.testing.ContractDocument;
import org.servanda.testing.HttpTest;
import org.servanda.testing.ReadAddresses;
import org.servanda.testing.TestKeys;
import org.servanda.testing.UpdateFixture;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Who writes a word almost right is told the right one; who types lists as in Chinese is understood. */
@HttpTest
class WordsTest {

    /** Ids that are made by chance: nothing is near to them but themselves. */
    private static final List<String> BY_CHANCE =
            List.of("/api/v1/api-keys/{id}", "/api/v1/log/entries/{sequence}/proof");

    /** A parameter that takes words of a closed list, as the contract has it. */
    private record Worded(ReadAddresses read, String name, List<String> words, boolean several) {

        Response given(String value) {
            String address = read.address()
                    .replaceFirst("([?&])" + name + "=[^&]*&?", "$1")
                    .replaceFirst("[?&]$", "");
            return read.request().get(address + (address.contains("?") ? "&" : "?") + name + "=" + encoded(value));
        }
    }

    private static String encoded(String value) {
        return java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static List<Worded> worded() throws JsonProcessingException {
        JsonNode contract = ContractDocument.served();
        List<Worded> all = new ArrayList<>();
        for (ReadAddresses read : ReadAddresses.all())
            for (JsonNode parameter : read.operation().described().path("parameters")) {
                if (!parameter.path("in").asText().equals("query")) continue;
                JsonNode schema = resolved(contract, parameter.path("schema"));
                boolean several = schema.path("type").asText().equals("array");
                JsonNode one = several ? resolved(contract, schema.path("items")) : schema;
                List<String> words = new ArrayList<>();
                one.path("enum").forEach(word -> words.add(word.asText()));
                if (one.path("type").asText().equals("boolean")) words.addAll(List.of("true", "false"));
                if (!words.isEmpty())
                    all.add(new Worded(read, parameter.path("name").asText(), words, several));
            }
        if (all.size() < 60) throw new AssertionError("parameters were lost: " + all.size());
        return all;
    }

    private static JsonNode resolved(JsonNode contract, JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isMissingNode()
                ? schema
                : contract.at(reference.asText().substring(1));
    }

    @Test
    void everyParameterWithAClosedListNamesTheNearestWordAndWhatIsAllowed() throws JsonProcessingException {
        List<String> wrong = new ArrayList<>();
        for (Worded parameter : worded()) {
            String word = parameter.words.get(0);
            for (String miss : List.of(word.toUpperCase(Locale.ROOT), "x" + word)) {
                Response answer = parameter.given(miss);
                String told = answer.asString();
                boolean right = answer.statusCode() == 400
                        && told.contains("\"message\":\"'" + miss + "' is not one of " + word.substring(0, 1))
                        && (told.contains("\"nearest\":\"" + word + "\"") || miss.startsWith("x"))
                        && told.contains("\"parameter\":\"" + parameter.name + "\"");
                if (!right)
                    wrong.add(parameter.read.operation().id() + " " + parameter.name + "=" + miss + ": " + told);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyListIsTakenWithTheCommasOfChineseToo() throws JsonProcessingException {
        List<String> wrong = new ArrayList<>();
        for (Worded parameter : worded()) {
            if (!parameter.several || parameter.words.size() < 2) continue;
            String first = parameter.words.get(0);
            String second = parameter.words.get(1);
            String plain = parameter.given(first + "," + second).asString();
            for (String comma : List.of("，", "、 ")) {
                String answer = parameter.given(first + comma + second).asString();
                if (!answer.equals(plain)) wrong.add(parameter.read.operation().id() + " " + parameter.name + comma);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commitments?area=AI，TECH",
                "commitments?party=LA，TH",
                "commitments?instrument=CNS-2025，ACJS-2024",
                "commitments?owner=named，CN",
                "commitments?fields=title，status",
                "summary?by=area，status",
                "reports/status?reporter=CN，TH",
                "queue?primaryArea=AI，TECH",
                "reports/findings?reportDate=2026-03-31，2026-06-30"
            })
    void listsOfCodesNamesAndDaysAreTakenSoToo(String address) {
        String comma = address.replace("，", ",");
        assertEquals(
                given().get("/api/v1/" + comma).asString(),
                given().get("/api/v1/" + address).asString());
        given().get("/api/v1/" + address).then().statusCode(200);
    }

    @Test
    void everyCodeInAPathThatIsAlmostRightIsAnsweredWithTheRightOne() {
        List<String> wrong = new ArrayList<>();
        for (ReadAddresses read : ReadAddresses.all()) {
            String template = read.operation().path();
            if (!template.contains("{") || BY_CHANCE.contains(template)) continue;
            Matcher values = Pattern.compile(template.replaceAll("\\{[^/]+}", "([^/?]+)") + ".*")
                    .matcher(read.address());
            if (!values.matches()) throw new AssertionError(template + " " + read.address());
            for (int i = 1; i <= values.groupCount(); i++) {
                String right = values.group(i);
                boolean upper = right.equals(right.toLowerCase(Locale.ROOT));
                String miss = upper ? right.toUpperCase(Locale.ROOT) : right.toLowerCase(Locale.ROOT);
                String address = read.address().substring(0, values.start(i))
                        + miss
                        + read.address().substring(values.end(i));
                Response answer = read.request().get(address);
                if (answer.statusCode() != 404
                        || !answer.asString().contains("The nearest known one is ")
                        || !answer.asString().contains(right)) wrong.add(address + ": " + answer.asString());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @CsvSource({
        "cns-2025.9, CNS-2025.9",
        "CNS2025.9, CNS-2025.9",
        "CNS-2025-9, CNS-2025.9",
        "CNS 2025.9, CNS-2025.9",
        "ＣＮＳ-2025.9, CNS-2025.9",
        "CNS-2O25.9, CNS-2025.9",
        "acjs2024.iii.2, ACJS-2024.III.2",
        "GDIDFC-2024.1, GDIDCF-2024.1"
    })
    void aCommitmentIsFoundByWhatWasMeant(String meant, String code) {
        String path = encoded(meant).replace("+", "%20");
        for (String part : List.of("", "/updates", "/parties", "/history", "/milestones"))
            given().urlEncodingEnabled(false)
                    .get("/api/v1/commitments/" + path + part)
                    .then()
                    .statusCode(404)
                    .body("detail", containsString("The nearest known one is " + code.replaceFirst("\\..*", "")));
        given().urlEncodingEnabled(false)
                .get("/api/v1/updates?commitment=" + path)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("commitment"));
    }

    @ParameterizedTest
    @CsvSource({
        "reports/status?lang=cn, lang, zh",
        "reports/status?lang=zh-CN, lang, zh",
        "reports/status?lang=english, lang, en",
        "instruments/ACJS-2024/passages?lang=cn, lang, zh",
        "reports/status?format=excel, format, xlsx",
        "reports/status?format=XLS, format, xlsx",
        "reports/status?format=jsonl, format, ndjson",
        "commitments?count=ture, count, true",
        "commitments?area=ai, area, AI",
        "commitments?area=ＡＩ, area, AI",
        "commitments?status=ｄｅｃｌａｒｅｄ, status, declared"
    })
    void whatPeopleCallAThingLeadsToOurWordForIt(String address, String parameter, String nearest) {
        given().get("/api/v1/" + address)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is(parameter))
                .body("errors[0].nearest", is(nearest));
    }

    @Test
    void theTextInALanguageIsNamedToo() {
        given().get("/api/v1/instruments/ACJS-2024/texts/cn")
                .then()
                .statusCode(404)
                .body("detail", containsString("The nearest known one is zh."));
    }

    @Test
    void aLanguageThatIsNotKeptIsNamedWithTheOneThatIsMeant() {
        for (Map<String, String> narrative : List.of(Map.of("cn", "已开始"), Map.of("cn", "已开始", "en", "It has begun"))) {
            UpdateFixture.of("ACJS-2024.III.2")
                    .with("narrative", narrative)
                    .by(TestKeys.secretariat())
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", is("/narrative/cn"))
                    .body("errors[0].message", is("unknown field cn"))
                    .body("errors[0].nearest", is("zh"));
        }
        UpdateFixture.of("ACJS-2024.III.2")
                .with("narrative", Map.of("zh", 5))
                .by(TestKeys.secretariat())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/narrative/zh"));
        UpdateFixture.of("ACJS-2024.III.2")
                .with("narrative", Map.of())
                .by(TestKeys.secretariat())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/narrative"));
    }

    @Test
    void aWordOfABodyIsToldInTheSameWay() {
        UpdateFixture.of("ACJS-2024.III.2")
                .status("in-progress")
                .by(TestKeys.secretariat())
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("'in-progress' is not one of declared, exploring"))
                .body("errors[0].nearest", is("in_progress"));
        ApiRequests.post(
                        TestKeys.secretariat(),
                        "/api/v1/updates/decisions?mode=partail",
                        Map.of("items", List.of(Map.of("id", "X-U1", "decision", "accept"))))
                .then()
                .statusCode(400)
                .body("errors[0].nearest", is("partial"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/commitments?q=%B9%E2%C0%C2, invalid-parameter, q: is not UTF-8",
        "/api/v1/commitments?area=AI&q=%C0%AF, invalid-parameter, q: is not UTF-8",
        "/api/v1/commitments?area=%B9%E2, invalid-parameter, area: is not UTF-8",
        "/api/v1/reports/status?format=%ED%A0%80, invalid-parameter, format: is not UTF-8",
        "/api/v1/updates?%B9%E2=1, invalid-parameter, is not UTF-8",
        "/api/v1/commitments/%B9%E2, bad-request, not UTF-8",
        "/openapi?format=%FF, invalid-parameter, format: is not UTF-8"
    })
    void anotherEncodingIsCalledSo(String address, String code, String detail) {
        given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(400)
                .body("code", is(code))
                .body("detail", containsString(detail));
    }
}
