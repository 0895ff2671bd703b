package org.servanda.bench;

import io.vertx.core.json.JsonObject;

/**
 * Goes through the list of all commitments, page by page up to 90 % of it, and refuses when one is missing or met twice.
 * The cursors it comes by hold for pages of any length.
 */
final class Walk {

    private static final int PAGE = 200;
    private static final String PAGES = "/api/v1/commitments?fields=code&limit=" + PAGE;

    private final Client service;
    private final Register register;
    private long met;
    private String near;
    private String far;

    Walk(Client service, Register register) {
        this.service = service;
        this.register = register;
    }

    void go() {
        while (met + PAGE <= register.size() * 9 / 10) {
            JsonObject page = service.json(far == null ? PAGES : PAGES + "&cursor=" + far);
            page.getJsonArray("items").forEach(item -> meet(((JsonObject) item).getString("code")));
            far = page.getString("next");
            if (far == null) throw new Broken("the list ends after " + met + " of " + register.size());
            if (near == null && met >= register.seeded()) near = far;
        }
    }

    /** The cursor behind the first page, or behind the first pages if one does not hold all seeds. */
    String near() {
        return near;
    }

    /** The cursor of the page that begins where some 90 % are over. */
    String far() {
        return far;
    }

    /** The seeds come first, since A to G sort before S; then each synthetic code in turn. */
    private void meet(String code) {
        met++;
        if (met <= register.seeded()) return;
        String next = register.code((int) (met - register.seeded()) - 1);
        if (!code.equals(next)) throw new Broken("the list goes on with " + code + " where " + next + " belongs");
    }
}
