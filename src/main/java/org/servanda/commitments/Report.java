package org.servanda.commitments;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import org.servanda.text.Bilingual;

/**
 * What an accepted update says about where a commitment stands: the part of its ledger entry that standings are read off.
 *
 * @param id of the update
 * @param party the one party it speaks of; null when it speaks of the commitment as a whole
 * @param corrects id of the update that it puts right, which counts no more
 * @param successor code of the commitment that supersedes this one
 * @param reason why, where the move needs one; it also marks a commitment that was reopened
 */
public record Report(
        String id,
        Status status,
        Integer percent,
        String party,
        String corrects,
        String successor,
        Bilingual reason,
        Bilingual narrative,
        List<JsonNode> evidence) {

    Report backedBy(JsonNode more) {
        List<JsonNode> all = new ArrayList<>(evidence == null ? List.of() : evidence);
        all.add(more);
        return new Report(id, status, percent, party, corrects, successor, reason, narrative, all);
    }

    /** How many items of evidence it has. */
    int items() {
        return evidence == null ? 0 : evidence.size();
    }

    boolean evidenced() {
        return items() > 0;
    }
}
