package org.servanda.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.microprofile.config.ConfigProvider;

/** A valid key of each role for the running program: {@code given().auth().oauth2(TestKeys.secretariat())}. */
public final class TestKeys {

    private static final Map<String, String> ISSUED = new ConcurrentHashMap<>();

    private TestKeys() {}

    /** Forgets the issued keys, since the register has been put back to its first state. */
    static void forget() {
        ISSUED.clear();
    }

    /** The admin key that the program made at its first start. */
    public static String admin() {
        try {
            return Files.readString(file()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the program has made no admin key", e);
        }
    }

    public static String secretariat() {
        return of("secretariat", null);
    }

    public static String auditor() {
        return of("auditor", null);
    }

    public static String reader() {
        return of("reader", null);
    }

    public static String contributor(String party) {
        return of("contributor", party);
    }

    /** A key from the cache. Each start of the program writes its admin key to another file, so the path is part of the cache key. */
    private static String of(String role, String party) {
        return ISSUED.computeIfAbsent(file() + " " + role + " " + party, key -> issue(role, party));
    }

    private static String issue(String role, String party) {
        Map<String, String> wanted = new HashMap<>(Map.of("role", role, "label", "of a test"));
        if (party != null) wanted.put("party", party);
        return ApiRequests.post(admin(), "/api/v1/api-keys", wanted)
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private static Path file() {
        return ConfigProvider.getConfig().getValue("servanda.keys.admin-key-file", Path.class);
    }
}
