package org.servanda.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The test cases of RFC 7396, appendix A. */
class MergePatchTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
                {"a":"b"}               | {"a":"c"}                 | {"a":"c"}
                {"a":"b"}               | {"b":"c"}                 | {"a":"b","b":"c"}
                {"a":"b"}               | {"a":null}                | {}
                {"a":"b","b":"c"}       | {"a":null}                | {"b":"c"}
                {"a":["b"]}             | {"a":"c"}                 | {"a":"c"}
                {"a":"c"}               | {"a":["b"]}               | {"a":["b"]}
                {"a":{"b":"c"}}         | {"a":{"b":"d","c":null}}  | {"a":{"b":"d"}}
                {"a":[{"b":"c"}]}       | {"a":[1]}                 | {"a":[1]}
                ["a","b"]               | ["c","d"]                 | ["c","d"]
                {"a":"b"}               | ["c"]                     | ["c"]
                {"a":"foo"}             | null                      | null
                {"a":"foo"}             | "bar"                     | "bar"
                {"e":null}              | {"a":1}                   | {"e":null,"a":1}
                [1,2]                   | {"a":"b","c":null}        | {"a":"b"}
                {}                      | {"a":{"bb":{"ccc":null}}} | {"a":{"bb":{}}}
                """)
    void aPatchDoesWhatTheStandardSays(String original, String patch, String result) throws JsonProcessingException {
        assertEquals(JSON.readTree(result), MergePatch.apply(JSON.readTree(original), JSON.readTree(patch)));
    }

    @Test
    void neitherTheDocumentNorThePatchIsChanged() throws JsonProcessingException {
        JsonNode original = JSON.readTree("{\"a\":{\"b\":1}}");
        JsonNode patch = JSON.readTree("{\"a\":{\"c\":[2]}}");
        JsonNode result = MergePatch.apply(original, patch);
        ((com.fasterxml.jackson.databind.node.ArrayNode) result.at("/a/c")).add(3);
        assertEquals("{\"a\":{\"b\":1}}", original.toString());
        assertEquals("{\"a\":{\"c\":[2]}}", patch.toString());
    }
}
