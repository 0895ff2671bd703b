package org.servanda.proofs;

import java.util.Map;
import java.util.Set;

import org.servanda.ledger.Entry;

/**
 * Decides which entries everyone may read. Only the kinds named here are public; a new kind stays withheld until
 * somebody has decided about it.
 */
public final class PublicEntries {

    private static final Set<String> FROM_SEEDS = Set.of("recorded", "corrected");

    private static final Map<String, Set<String>> PUBLIC = Map.of(
            "area", FROM_SEEDS,
            "party", FROM_SEEDS,
            "vocabulary", FROM_SEEDS,
            "instrument", FROM_SEEDS,
            "text", FROM_SEEDS,
            "passages", FROM_SEEDS,
            "commitment", Set.of("recorded", "corrected", "edited", "accepted", "assessed", "milestone", "evidence"),
            "link", Set.of("recorded", "corrected", "reviewed", "withdrawn"),
            "cycle", Set.of("planned", "changed", "closed"));

    /**
     * Kinds that stay withheld by decision: updates that wait or were returned, notes to their author, keys, and files
     * until a published entry refers to them.
     */
    private static final Map<String, Set<String>> WITHHELD = Map.of(
            "commitment", Set.of("submitted", "noted", "returned"),
            "api-key", Set.of("issued", "revoked"),
            "file", Set.of("uploaded"));

    private PublicEntries() {}

    public static boolean isPublic(Entry entry) {
        return holds(PUBLIC, noun(entry.subject()), entry.kind());
    }

    /** Whether somebody has decided about entries of this kind. */
    static boolean isDecided(String noun, String kind) {
        return holds(PUBLIC, noun, kind) != holds(WITHHELD, noun, kind);
    }

    private static boolean holds(Map<String, Set<String>> entries, String noun, String kind) {
        return entries.getOrDefault(noun, Set.of()).contains(kind);
    }

    private static String noun(String subject) {
        int slash = subject.indexOf('/');
        return slash < 0 ? subject : subject.substring(0, slash);
    }
}
