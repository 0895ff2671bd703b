package org.servanda.progress.assessments;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.commitments.CommitmentEntryKinds;
import org.servanda.ledger.Entries;
import org.servanda.ledger.Entry;
import org.servanda.ledger.ReadPoint;

/** Reads assessments; there are few of each commitment, so the ledger is all they are kept in. */
@ApplicationScoped
public class Assessments {

    private final Entries entries;

    Assessments(Entries entries) {
        this.entries = entries;
    }

    /** Those of a commitment known and in effect at these coordinates, in the order of the ledger. */
    public List<AssessmentView> of(String commitment, ReadPoint at) {
        return of(commitment, all(commitment), at);
    }

    /** @param all of the commitment, in the order of the ledger */
    public static List<AssessmentView> of(String commitment, List<Entry> all, ReadPoint at) {
        Map<Entry, AssessmentBody> known = new LinkedHashMap<>();
        Map<String, String> corrected = new HashMap<>();
        for (Entry entry : all) {
            if (entry.sequence() > at.revision()) break;
            AssessmentBody body = entry.body(AssessmentBody.class);
            known.put(entry, body);
            if (body.corrects() != null) corrected.put(body.corrects(), body.id());
        }
        known.keySet().removeIf(entry -> entry.effectiveOn().isAfter(at.asOf()));
        return known.entrySet().stream()
                .map(its -> AssessmentView.of(
                        commitment,
                        its.getValue(),
                        corrected.get(its.getValue().id()),
                        its.getKey().recorded()))
                .toList();
    }

    /** The id of the next one of a commitment; for a writer. */
    String nextId(String commitment) {
        return commitment + "-A" + (all(commitment).size() + 1);
    }

    private List<Entry> all(String commitment) {
        return entries.ofKind(CommitmentEntryKinds.subject(commitment), CommitmentEntryKinds.ASSESSED);
    }
}
