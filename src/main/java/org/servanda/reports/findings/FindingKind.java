package org.servanda.reports.findings;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an auditor should look at; the vocabulary of the same name says in both languages what each means. */
@Schema(name = "FindingKind", description = "What an auditor should look at.")
enum FindingKind {
    completed_without_independent_evidence,
    accepted_by_own_side,
    reopened,
    corrected_after_publication,
    changed_before_report_date,
    evidence_without_digest,
    divergence_open
}
