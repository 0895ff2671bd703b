package org.servanda.progress.updates;

import java.util.List;
import java.util.Map;

/** Which updates are meant; null where anything will do. */
public record UpdateFilter(UpdateState state, String commitment, String instrument, String party) {

    void narrow(List<String> all, Map<String, Object> parameters) {
        equal("commitment", commitment, all, parameters);
        equal("instrument", instrument, all, parameters);
        equal("party", party, all, parameters);
    }

    private static void equal(String field, String value, List<String> all, Map<String, Object> parameters) {
        if (value == null) return;
        all.add("u." + field + " = :" + field);
        parameters.put(field, value);
    }

    /** What a cursor is bound to. */
    String address() {
        return "state=" + state + "&commitment=" + commitment + "&instrument=" + instrument + "&party=" + party;
    }
}
