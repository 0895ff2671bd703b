package org.servanda.proofs;

import java.util.Map;
import java.util.Set;

import org.servanda.ledger.Entry;

/**
 * Which entries everyone may read. Only what is named here is shown; whatever is new stays withheld until somebody has
 * thought about it.
 */
public final class PublicEntries {

    private static final Set<String> READ_OFF_FILES = Set.of("recorded", "corrected");

    private static final Map<String, Set<String>> SHOWN = Map.of(
            "area", READ_OFF_FILES,
            "party", READ_OFF_FILES,
            "vocabulary", READ_OFF_FILES,
            "instrument", READ_OFF_FILES,
            "text", READ_OFF_FILES,
            "passages", READ_OFF_FILES,
            "commitment", Set.of("recorded", "corrected", "edited", "accepted", "assessed", "milestone", "evidence"),
            "link", Set.of("recorded", "corrected", "reviewed", "withdrawn"),
            "cycle", Set.of("planned", "changed", "closed"));

    /** Thought about, and kept from the public: what waits or came back, what was said to its author, keys, and files until something published has them. */
    private static final Map<String, Set<String>> WITHHELD = Map.of(
            "commitment", Set.of("submitted", "noted", "returned"),
            "api-key", Set.of("issued", "revoked"),
            "file", Set.of("uploaded"));

    private PublicEntries() {}

    public static boolean is(Entry entry) {
        return holds(SHOWN, noun(entry.subject()), entry.kind());
    }

    /** Whether somebody has thought about entries of this kind. */
    static boolean decided(String noun, String kind) {
        return holds(SHOWN, noun, kind) != holds(WITHHELD, noun, kind);
    }

    private static boolean holds(Map<String, Set<String>> entries, String noun, String kind) {
        return entries.getOrDefault(noun, Set.of()).contains(kind);
    }

    private static String noun(String subject) {
        int slash = subject.indexOf('/');
        return slash < 0 ? subject : subject.substring(0, slash);
    }
}
