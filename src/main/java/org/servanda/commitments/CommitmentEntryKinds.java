package org.servanda.commitments;

import java.util.Set;

/** The kinds of ledger entries about a commitment. */
public final class CommitmentEntryKinds {

    /** The text was read for the first time: body {@link CommitmentText}. */
    public static final String RECORDED = "recorded";

    /** The reading of the text was corrected: body {@link CommitmentText}. */
    public static final String CORRECTED = "corrected";

    /** Fields were set beside the text: body {@code CommitmentEdit}. */
    public static final String EDITED = "edited";

    /** An update was accepted: body {@code AcceptedUpdate} and more. */
    public static final String ACCEPTED = "accepted";

    /** An update was submitted and waits for a decision; it does not count yet. */
    public static final String SUBMITTED = "submitted";

    /** The note of a decision that accepts an update, for the parties concerned; the entry right before the acceptance. */
    public static final String NOTED = "noted";

    /** An update was returned and never counts. */
    public static final String RETURNED = "returned";

    /** An auditor assessed the commitment: body {@code AssessmentOutcome} and more. */
    public static final String ASSESSED = "assessed";

    /** A milestone was planned, or changed from a day on: body with its {@code id} and the fields that the entry states. */
    public static final String MILESTONE = "milestone";

    /** Evidence was added to the commitment or to one of its updates: body {@code AddedEvidence} and more. */
    public static final String EVIDENCE = "evidence";

    /** The kinds that {@code CommitmentEvent} reads. */
    private static final Set<String> PROJECTED =
            Set.of(RECORDED, CORRECTED, EDITED, ACCEPTED, ASSESSED, EVIDENCE, MILESTONE);

    private CommitmentEntryKinds() {}

    /** Whether the projection reads entries of a kind. */
    public static boolean bears(String kind) {
        return PROJECTED.contains(kind);
    }

    /** The subject under which the ledger keeps a commitment. */
    public static String subject(String code) {
        return "commitment/" + code;
    }
}
