package org.servanda.documentation;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExpectedOutputTest {

    private static final String ROOT = "HkQy8gXoI/AcBIHesrhKd80Do6QBnykYde9oAcwc+7s=";
    private static final String OTHER_ROOT = "VkzpNPa5hJUDkjAeScaUU/Jtw5qTyQK3bXsT8DTeiGE=";

    private static ExpectedOutput output(boolean json, String text) {
        return new ExpectedOutput(json, text, Set.of("2031-01-02"));
    }

    private static void matches(String shown, String told) {
        assertEquals("", output(true, shown).difference(told).orElse(""));
    }

    private static void differs(String shown, String told) {
        assertTrue(output(true, shown).difference(told).isPresent(), shown + " is not " + told);
    }

    @Test
    void whiteSpaceOutsideOfStringsDoesNotCount() {
        matches("{\"a\": 1,\n  \"b\":\"x y\"}", "{\"a\":1,\"b\":\"x y\"}\n");
        differs("{\"b\":\"x y\"}", "{\"b\":\"xy\"}");
        matches("{\"b\":\"say \\\"x y\\\" z\"}", "{ \"b\":\"say \\\"x y\\\" z\" }");
    }

    /** What went stale before these documents were run. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "{\"entry\":192,…}                          | {\"entry\":193,\"kind\":\"recorded\"}",
                "{\"by\":[\"area\"],\"denominator\":73}     | {\"by\":[\"area\"],\"countBy\":\"pledge\",\"denominator\":73}",
                "{\"count\":16,\"items\":\"…\"}             | {\"count\":17,\"items\":\"/api\"}",
                "{\"code\":\"a\",\"status\":\"declared\"}   | {\"code\":\"a\"}",
                "{\"a\":1}                                  | {\"a\":1}{\"a\":2}",
                "{\"a\":1}{\"a\":2}                         | {\"a\":1}",
                "[…,{\"operation\":\"listVocabularies\"}]   | [{\"operation\":\"a\"},{\"operation\":\"uploadFile\"}]",
                "{\"items\":\"…\"}                          | {\"items\":\"a\",\"more\":\"b\"}",
                "{\"b\":1,\"a\":2}                          | {\"a\":2,\"b\":1}",
                "{\"entry\":3}                              | {\"entry\":31}"
            })
    void whatHasGoneStaleIsFound(String shown, String told) {
        differs(shown, told);
    }

    @Test
    void anythingMayStandWhereThreeDotsAre() {
        matches("{\"id\":\"a\",…,\"entry\":311}", "{\"id\":\"a\",\"b\":{\"c\":[1,2]},\"d\":\"e\",\"entry\":311}");
        matches("{\"sha256\":\"8fe1…\",\"n\":1}", "{\"sha256\":\"8fe1b3 \\\" b434\",\"n\":1}");
        matches("…", "");
        matches("{\"a\":1}\n…\n{\"a\":3}", "{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n");
    }

    @Test
    void whatDiffersFromRunToRunMatchesByItsForm() {
        matches("\"at\":\"2026-11-21T10:17:55.540370Z\"", "\"at\":\"2031-01-02T00:00:00Z\"");
        differs("\"at\":\"2026-11-21T10:17:55Z\"", "\"at\":\"2031-01-02T00:00:00Z\"");
        matches("\"key\":\"svd_3fgumkpad7_abc\"", "\"key\":\"svd_jgb3iss78k_DEF9\"");
        matches(
                "\"id\":\"3fgumkpad7\",\"by\":\"contributor/TH/3fgumkpad7\"",
                "\"id\":\"abcdefghi9\",\"by\":\"contributor/TH/abcdefghi9\"");
        differs("\"by\":\"contributor/TH/3fgumkpad7\"", "\"by\":\"contributor/LA/3fgumkpad7\"");
        differs("\"party\":\"3fgumkpad7\"", "\"party\":\"abcdefghi9\"");
        matches(
                "\"actor\":\"secretariat/oidc:a81d10cab3779cd081b5\"",
                "\"actor\":\"secretariat/oidc:00000cab3779cd081b50\"");
        matches("root " + ROOT, "root " + OTHER_ROOT);
        String digest = "8fe1b3b434145cf787a3b978c4d92187c653730b472816c6f6a02097f8b6b98a";
        differs(
                "\"/api/v1/files/" + digest + "/content\"",
                "\"/api/v1/files/" + digest.replace('8', '9') + "/content\"");
    }

    @Test
    void aDayIsTodayOnlyWhereItSaysAsOf() {
        matches("\"asOf\":\"2026-11-21\"", "\"asOf\":\"2031-01-02\"");
        matches("\"asOf\":\"2026-11-21\"", "\"asOf\":\"2026-11-21\"");
        differs("\"asOf\":\"2026-11-21\"", "\"asOf\":\"2026-11-22\"");
        differs("\"effectiveOn\":\"2026-11-21\"", "\"effectiveOn\":\"2031-01-02\"");
    }

    @Test
    void plainTextIsComparedLineByLine() {
        ExpectedOutput output = output(false, "ETag: \"…\"\nServanda-Revision: 313");
        assertFalse(output.difference("ETag: \"x\"\r\nServanda-Revision: 313\r\n\r\n")
                .isPresent());
        assertTrue(output.difference("ETag: \"x\" Servanda-Revision: 313").isPresent());
        assertTrue(
                output.difference("ETag: \"x\"\nServanda-Revision: 313\nmore").isPresent());
        assertTrue(output.difference("ETag: \"x\"\nServanda-Revision: 314").isPresent());
    }

    @Test
    void theLinesOfAProgramThatServesComeInOrder() {
        ExpectedOutput output = output(false, "store: H2\naddress: x");
        assertFalse(output.missingLine("store: H2\nregister: y\naddress: x\n").isPresent());
        assertEquals(
                "not found: address: x",
                output.missingLine("address: x\nstore: H2\n").orElseThrow());
        assertTrue(output.missingLine("store: H2\naddress: x and more").isPresent());
    }
}
