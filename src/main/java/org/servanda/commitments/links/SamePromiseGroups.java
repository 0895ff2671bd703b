package org.servanda.commitments.links;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Groups of commitments that are the same promise: those that links of the type same_promise join, directly or through other
 * commitments. A union-find structure; the code of one commitment names its group.
 */
public final class SamePromiseGroups {

    private final Map<String, String> parents = new HashMap<>();

    /** Joins the groups of two commitments. */
    void join(String firstCode, String secondCode) {
        String firstGroup = groupOf(firstCode);
        String secondGroup = groupOf(secondCode);
        if (!firstGroup.equals(secondGroup)) parents.put(firstGroup, secondGroup);
    }

    /** The name of the group of a commitment. */
    String groupOf(String code) {
        String group = code;
        while (parents.containsKey(group)) group = parents.get(group);
        // Path compression: later look-ups reach the group in one step.
        for (String member = code; !member.equals(group); ) member = parents.put(member, group);
        return group;
    }

    /** How many of these commitments are in the group of an earlier one. */
    public long duplicates(Collection<String> codes) {
        return codes.size() - codes.stream().map(this::groupOf).distinct().count();
    }
}
