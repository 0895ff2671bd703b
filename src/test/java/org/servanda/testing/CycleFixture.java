package org.servanda.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Body of a reporting cycle with plausible days. */
public final class CycleFixture {

    private CycleFixture() {}

    /** The body of POST /cycles; can be changed. */
    public static Map<String, Object> of(String code) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("title", Map.of("zh", "部长级会议", "en", "Ministers' meeting"));
        body.put("instruments", List.of("ACJS-2024"));
        body.put("period", Map.of("from", "2025-01-01", "to", "2025-12-31"));
        body.put("opensOn", "2026-01-05");
        body.put("dueOn", "2026-01-31");
        return body;
    }
}
