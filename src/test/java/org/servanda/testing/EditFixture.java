package org.servanda.testing;

import java.nio.charset.StandardCharsets;

import io.restassured.response.Response;

import static io.restassured.RestAssured.given;

/** Merge patches of a commitment by the secretariat: {@code EditFixture.commitment("BRDE-2023.10.1", "{\"area\":\"AI\"}")}. */
public final class EditFixture {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private EditFixture() {}

    /** Patches the commitment, with the entity tag of its current state. */
    public static Response commitment(String code, String patch) {
        return commitment(code, tag(code), patch);
    }

    /** @param ifMatch null to leave the header out */
    public static Response commitment(String code, String ifMatch, String patch) {
        var request = given().auth()
                .oauth2(TestKeys.secretariat())
                .contentType(MERGE_PATCH)
                .body(patch.getBytes(StandardCharsets.UTF_8));
        if (ifMatch != null) request.header("If-Match", ifMatch);
        return request.patch(path(code));
    }

    /** Entity tag of the current state, without the mark of compression. */
    public static String tag(String code) {
        return given().get(path(code)).header("ETag").replace("-gzip\"", "\"");
    }

    private static String path(String code) {
        return "/api/v1/commitments/" + code;
    }
}
