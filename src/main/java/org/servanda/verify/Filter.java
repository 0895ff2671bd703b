package org.servanda.verify;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The filter of the report: alternatives by parameter. A row must meet one alternative of each parameter. States again
 * what {@code org.servanda.commitments.filters.Dimension} and {@code FilterParameters} mean in the register's program.
 */
record Filter(Map<Parameter, List<String>> alternatives) {

    /** The parameters that a filter may have, by their names in the API. */
    enum Parameter {
        instrument,
        primaryArea,
        area,
        owner,
        party,
        reporter,
        partyStatus,
        status,
        kind,
        obligation,
        assurance,
        assessment,
        schedule,
        freshness,
        updatedSince,
        sinceRevision,
        q;

        /** @param part a name, an equals sign and values */
        private static Parameter of(String part) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            for (Parameter parameter : values()) if (parameter.name().equals(name)) return parameter;
            throw new RefusedException("manifest.json filter", "is not known: " + part);
        }
    }

    /** Reads a query string, in which a comma stands between alternatives. */
    static Filter parse(String query) {
        Map<Parameter, List<String>> alternatives = new LinkedHashMap<>();
        for (String part : query.isEmpty() ? new String[0] : query.split("&")) {
            Parameter parameter = Parameter.of(part);
            List<String> values = new ArrayList<>();
            // A comma within a value is written as %2C.
            for (String value : part.substring(part.indexOf('=') + 1).split(","))
                values.add(URLDecoder.decode(value, StandardCharsets.UTF_8));
            if (alternatives.put(parameter, values) != null)
                throw new RefusedException("manifest.json filter", "names " + parameter + " twice");
        }
        return new Filter(alternatives);
    }

    /** Whether the filter searches for words, which no entry proves. */
    boolean searchesWords() {
        return alternatives.containsKey(Parameter.q);
    }

    void require(StatusRow row, CommitmentState state, String place) {
        alternatives.forEach((parameter, values) -> {
            if (!meets(parameter, values, row, state))
                throw new RefusedException(
                        place, "does not meet the filter " + parameter + "=" + String.join(",", values));
        });
    }

    private boolean meets(Parameter parameter, List<String> values, StatusRow row, CommitmentState state) {
        return switch (parameter) {
            case q -> true;
            case updatedSince -> !row.recordedAt().isBefore(Instant.parse(values.get(0)));
            case sinceRevision -> row.entry() > Long.parseLong(values.get(0));
            case primaryArea -> values.contains(row.text("area"));
            case area -> values.contains(row.text("area")) || containsAny(values, row.texts("otherAreas"));
            case party -> containsAny(values, row.texts("parties"));
            case reporter -> containsAny(values, state.reporters());
            case owner -> meetsOwner(values, row);
            case partyStatus -> meetsPartyStatus(values, row, state);
            case instrument, status, kind, obligation, assurance, assessment, schedule, freshness ->
                values.contains(row.text(parameter.name()));
        };
    }

    private static boolean meetsOwner(List<String> values, StatusRow row) {
        if (containsAny(values, row.texts("ownerStatedParties"))) return true;
        if (values.contains(row.text("ownerAssigned"))) return true;
        boolean assigned = row.text("ownerAssigned") != null;
        String stated = row.text("ownerStated");
        return values.contains(stated) && !(stated.equals("not_stated") && assigned);
    }

    /** Where the filter names parties too, the status of one of these must fit. */
    private boolean meetsPartyStatus(List<String> values, StatusRow row, CommitmentState state) {
        return row.texts("parties").stream()
                .filter(party -> alternatives
                        .getOrDefault(Parameter.party, List.of(party))
                        .contains(party))
                .anyMatch(party -> values.contains(state.statusOf(party)));
    }

    private static boolean containsAny(Collection<String> alternatives, Collection<String> values) {
        return values.stream().anyMatch(alternatives::contains);
    }
}
