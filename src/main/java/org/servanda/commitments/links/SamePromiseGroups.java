package org.servanda.commitments.links;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Which commitments are the same promise: those that links of the type same_promise join, directly or through others.
 * Each promise is named by one of its commitments.
 */
public final class SamePromiseGroups {

    private final Map<String, String> towards = new HashMap<>();

    /** Joins two commitments, and with them all that each is joined to. */
    void join(String one, String other) {
        String first = groupOf(one);
        String second = groupOf(other);
        if (!first.equals(second)) towards.put(first, second);
    }

    /** The promise of a commitment. */
    String groupOf(String code) {
        String name = code;
        while (towards.containsKey(name)) name = towards.get(name);
        // The way is shortened for the next one who asks.
        for (String on = code; !on.equals(name); ) on = towards.put(on, name);
        return name;
    }

    /** How many of these commitments say what another one of them says already. */
    public long duplicates(Collection<String> codes) {
        return codes.size() - codes.stream().map(this::groupOf).distinct().count();
    }
}
