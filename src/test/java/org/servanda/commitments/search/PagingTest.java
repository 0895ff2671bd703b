package org.servanda.commitments.search;

import java.util.ArrayList;
import java.util.List;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.servanda.testing.HttpTest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Walking a list by its cursors. */
@HttpTest
class PagingTest {

    private static Response page(String query, String cursor) {
        return given().urlEncodingEnabled(false)
                .get("/api/v1/commitments?" + query + (cursor == null ? "" : "&cursor=" + cursor));
    }

    private static List<String> walk(String query) {
        List<String> codes = new ArrayList<>();
        String cursor = null;
        do {
            Response page = page(query, cursor);
            page.then().statusCode(200);
            codes.addAll(page.path("items.code"));
            cursor = page.path("next");
        } while (cursor != null);
        return codes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=code", "sort=-code", "sort=updated", "sort=-updated", "sort=due", "sort=-due"})
    void pagesTogetherAreTheListInEveryOrder(String sort) {
        List<String> whole = page(sort + "&limit=200", null).path("items.code");
        assertEquals(whole, walk(sort + "&limit=7"));
    }

    @Test
    void theLinkHeaderKeepsEveryParameter() {
        Response first = page("area=AI&limit=1&fields=title&q=%E4%BA%BA%E5%B7%A5", null);
        String link = first.header("Link");
        assertTrue(link.endsWith("; rel=\"next\""), link);
        String target = link.substring(1, link.indexOf('>'));
        Response second = given().urlEncodingEnabled(false).get(target);
        second.then().statusCode(200);
        assertEquals(
                page("area=AI&limit=1&fields=title&q=%E4%BA%BA%E5%B7%A5", first.path("next"))
                        .asString(),
                second.asString());
    }

    @Test
    void theLastPageHasNoNextAndNoLink() {
        Response last = page("instrument=ACJS-2024&limit=16", null);
        assertFalse(last.asString().contains("\"next\""));
        assertEquals(null, last.header("Link"));
    }

    @Test
    void aCursorIsGoodForItsOwnFilterAndOrderOnly() {
        String cursor = page("area=AI&limit=2", null).path("next");
        page("area=AI&limit=5&fields=code&count=true", cursor).then().statusCode(200);
        for (String other : List.of("area=INFRA&limit=2", "limit=2", "area=AI&limit=2&sort=-code")) {
            page(other, cursor).then().statusCode(400).body("code", is("invalid-cursor"));
        }
    }

    @Test
    void aTamperedCursorIsRefusedWhereverItWasTouched() {
        String cursor = page("limit=2", null).path("next");
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            page("limit=2", cursor.substring(0, i) + other + cursor.substring(i + 1))
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo("cursor"));
        }
        for (String nonsense : List.of("x", "AAAA", "%20", "..", cursor + "A", cursor.substring(1))) {
            given().urlEncodingEnabled(false)
                    .get("/api/v1/commitments?cursor=" + nonsense)
                    .then()
                    .statusCode(400);
        }
    }
}
