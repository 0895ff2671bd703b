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

/** Reads assessments from the ledger, which is their only store, since a commitment has few of them. */
@ApplicationScoped
public class Assessments {

    private final Entries entries;

    Assessments(Entries entries) {
        this.entries = entries;
    }

    /** Assessments of a commitment at the read point, in the order of the ledger. */
    public List<AssessmentView> of(String commitment, ReadPoint at) {
        return of(commitment, entriesOf(commitment), at);
    }

    /** @param entries the entries of all assessments of the commitment, in the order of the ledger */
    public static List<AssessmentView> of(String commitment, List<Entry> entries, ReadPoint at) {
        Map<Entry, AssessmentBody> bodies = new LinkedHashMap<>();
        Map<String, String> correctionIds = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.sequence() > at.revision()) break;
            AssessmentBody body = entry.body(AssessmentBody.class);
            bodies.put(entry, body);
            if (body.corrects() != null) correctionIds.put(body.corrects(), body.id());
        }
        bodies.keySet().removeIf(entry -> entry.effectiveOn().isAfter(at.asOf()));
        return bodies.entrySet().stream()
                .map(assessment -> AssessmentView.of(
                        commitment,
                        assessment.getValue(),
                        correctionIds.get(assessment.getValue().id()),
                        assessment.getKey().recorded()))
                .toList();
    }

    /** Id of the next assessment of a commitment; the caller holds the lock of the ledger. */
    String nextId(String commitment) {
        return commitment + "-A" + (entriesOf(commitment).size() + 1);
    }

    private List<Entry> entriesOf(String commitment) {
        return entries.ofKind(CommitmentEntryKinds.subject(commitment), CommitmentEntryKinds.ASSESSED);
    }
}
