package org.servanda.progress.updates;

import java.util.List;
import java.util.Map;

/** Filter of a list of updates; a field that is null filters nothing. */
public record UpdateFilter(UpdateState state, String commitment, String instrument, String party) {

    /** Adds the HQL conditions of all fields but the state, and their parameters. */
    void addTo(List<String> conditions, Map<String, Object> parameters) {
        equal("commitment", commitment, conditions, parameters);
        equal("instrument", instrument, conditions, parameters);
        equal("party", party, conditions, parameters);
    }

    private static void equal(String field, String value, List<String> conditions, Map<String, Object> parameters) {
        if (value == null) return;
        conditions.add("u." + field + " = :" + field);
        parameters.put(field, value);
    }

    /** The filter as text, which a cursor is sealed with: a cursor does not fit another filter. */
    String address() {
        return "state=" + state + "&commitment=" + commitment + "&instrument=" + instrument + "&party=" + party;
    }
}
