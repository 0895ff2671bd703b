package org.servanda.bench;

import java.util.Objects;

import io.vertx.core.json.JsonObject;

/** What must hold before anything is measured: a wrong answer is not worth its speed. */
final class Correctness {

    private static final String COUNTED = "limit=1&count=true";

    private final Client service;
    private final Register register;

    Correctness(Client service, Register register) {
        this.service = service;
        this.register = register;
    }

    void prove() {
        expect("the total of the list", register.size(), total("/api/v1/commitments?" + COUNTED));
        JsonObject byStatus = service.json("/api/v1/summary?by=status");
        expect("the counts by status, together", register.size(), sum(byStatus));
        JsonObject cells = service.json("/api/v1/summary?by=area,status");
        expect("the denominator of the summary", register.size(), cells.getLong("denominator"));
        // The cell comes from the kept counts, the total of its items from the table.
        JsonObject cell = cells.getJsonArray("cells").getJsonObject(0);
        expect("the count of " + cell.getString("items"), total(cell.getString("items") + "&" + COUNTED), count(cell));
        one(register.synthetic() / 2);
    }

    private void one(int n) {
        JsonObject commitment = service.json("/api/v1/commitments/" + register.code(n));
        expect("the code", register.code(n), commitment.getString("code"));
        expect("the instrument", register.instrument(n), commitment.getString("instrument"));
        String title = commitment.getJsonObject("title").getString("en");
        expect("the title", "Digital cooperation, item " + (n + 1), title);
        service.json("/api/v1/instruments/" + register.instrument(n));
    }

    private long total(String path) {
        return service.json(path).getLong("total");
    }

    private static long sum(JsonObject summary) {
        return summary.getJsonArray("cells").stream()
                .mapToLong(cell -> count((JsonObject) cell))
                .sum();
    }

    private static long count(JsonObject cell) {
        return cell.getLong("count");
    }

    private static void expect(String what, Object wanted, Object got) {
        if (!Objects.equals(wanted, got)) throw new Broken(what + " is " + got + " and not " + wanted);
    }
}
