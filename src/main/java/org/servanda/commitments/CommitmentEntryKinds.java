package org.servanda.commitments;

import java.util.Set;

/** The kinds of entries about a commitment. */
public final class CommitmentEntryKinds {

    /** The promise was read off its text: body {@link CommitmentText}. */
    public static final String RECORDED = "recorded";

    /** The same text was read better: body {@link CommitmentText}. */
    public static final String CORRECTED = "corrected";

    /** Something was set beside the text: body {@code CommitmentEdit}. */
    public static final String EDITED = "edited";

    /** An update was accepted: body {@code AcceptedUpdate} and more. */
    public static final String ACCEPTED = "accepted";

    /** An update was submitted and waits for a decision; it does not count yet. */
    public static final String SUBMITTED = "submitted";

    /** What was said with the decision that accepts an update, for those concerned; comes right before that. */
    public static final String NOTED = "noted";

    /** An update was sent back and never counts. */
    public static final String RETURNED = "returned";

    /** An auditor assessed it: body {@code AssessmentOutcome} and more. */
    public static final String ASSESSED = "assessed";

    /** A milestone of it was planned, or is another one from a day on: its {@code id} and what the entry states of it. */
    public static final String MILESTONE = "milestone";

    /** Something was found that backs it, or one of the reports on it: body {@code AddedEvidence} and more. */
    public static final String EVIDENCE = "evidence";

    /** What {@code CommitmentEvent} reads. */
    private static final Set<String> BEARING =
            Set.of(RECORDED, CORRECTED, EDITED, ACCEPTED, ASSESSED, EVIDENCE, MILESTONE);

    private CommitmentEntryKinds() {}

    /** Whether an entry of a kind bears on where a commitment stands. */
    public static boolean bears(String kind) {
        return BEARING.contains(kind);
    }

    /** The subject under which the ledger keeps a commitment. */
    public static String subject(String code) {
        return "commitment/" + code;
    }
}
