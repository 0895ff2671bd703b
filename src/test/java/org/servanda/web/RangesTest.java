package org.servanda.web;

import java.util.List;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.servanda.testing.HttpTest;
import org.servanda.testing.ReadAddresses;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Nobody is given a part of an answer as if it were the whole (RFC 9110, 14). */
@HttpTest
class RangesTest {

    private static final List<String> RANGES =
            List.of("bytes=0-3", "bytes=-4", "bytes=100000000-", "bytes=0-0,2-3", "bytes=3-1", "bytes=x", "lines=1-2");

    @Test
    void everyReadAnswersTheWholeWhateverRangeIsAskedFor() {
        for (ReadAddresses read : ReadAddresses.all()) {
            byte[] whole = read.request().get(read.address()).asByteArray();
            for (String range : RANGES) {
                Response answer = read.request().header("Range", range).get(read.address());
                String asked = read.operation().id() + " " + range;
                assertEquals(200, answer.statusCode(), asked);
                assertNull(answer.header("Content-Range"), asked);
                assertArrayEquals(whole, answer.asByteArray(), asked);
            }
        }
    }

    @Test
    void aFileSaysThatItIsSentAsAWhole() {
        ReadAddresses file = ReadAddresses.of("getFileContent");
        file.request().head(file.address()).then().header("Accept-Ranges", is("none"));
        file.request()
                .header("Range", "bytes=0-3")
                .header("If-Range", "\"another\"")
                .get(file.address())
                .then()
                .statusCode(200)
                .header("Accept-Ranges", is("none"));
    }
}
