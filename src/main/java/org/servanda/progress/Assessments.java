package org.servanda.progress;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.CommitmentKinds;
import org.servanda.ledger.Coordinates;
import org.servanda.ledger.Entries;
import org.servanda.ledger.Entry;

/** Reads assessments; there are few of each commitment, so the ledger is all they are kept in. */
@ApplicationScoped
class Assessments {

    private final Entries entries;

    Assessments(Entries entries) {
        this.entries = entries;
    }

    /** Those of a commitment known and in effect at these coordinates, in the order of the ledger. */
    List<AssessmentView> of(String commitment, Coordinates at) {
        List<Entry> known = all(commitment).stream()
                .filter(entry -> entry.sequence() <= at.revision())
                .toList();
        Map<String, String> corrected = new HashMap<>();
        for (Entry entry : known) {
            AssessmentBody body = entry.body(AssessmentBody.class);
            if (body.corrects() != null) corrected.put(body.corrects(), body.id());
        }
        return known.stream()
                .filter(entry -> !entry.effectiveOn().isAfter(at.asOf()))
                .map(entry -> {
                    AssessmentBody body = entry.body(AssessmentBody.class);
                    return AssessmentView.of(commitment, body, corrected.get(body.id()), entry.recorded());
                })
                .toList();
    }

    /** The id of the next one of a commitment; for a writer. */
    String nextId(String commitment) {
        return commitment + "-A" + (all(commitment).size() + 1);
    }

    private List<Entry> all(String commitment) {
        return entries.ofKind(CommitmentKinds.subject(commitment), CommitmentKinds.ASSESSED);
    }
}
