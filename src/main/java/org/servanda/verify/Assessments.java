package org.servanda.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** The assessments of a commitment by auditors, and what they make of its assurance. */
final class Assessments {

    private final List<CommitmentEvent> assessments;
    private final Function<CommitmentEvent, AssessmentJudgement> judgements;

    Assessments(List<CommitmentEvent> events, Function<CommitmentEvent, AssessmentJudgement> judgements) {
        // Rules 6.2 and 6.9: an assessment that another one corrects does not count, nor does it come back.
        assessments = CommitmentEvent.uncorrected(CommitmentEvent.ofKind(CommitmentEvent.ASSESSED, events));
        this.judgements = judgements;
    }

    /** The assessments up to a day, in the order of days and, within a day, of recording. */
    List<CommitmentEvent> by(LocalDate day) {
        return assessments.stream()
                .takeWhile(assessment -> assessment.isBy(day))
                .toList();
    }

    /** The result of the last assessment; null while there is none. */
    String result(LocalDate day) {
        List<CommitmentEvent> past = by(day);
        return past.isEmpty() ? null : past.get(past.size() - 1).body().text("result");
    }

    Assurance assurance(StatusDecision whole, LocalDate day) {
        CommitmentEvent finding = finding(whole, day);
        if (finding == null) return whole.assurance();
        String word = finding.body().text("finding");
        if (word.equals("disputed")) return Assurance.disputed;
        // Rule 6.8: what it judged had evidence when it was judged, or it brings some itself.
        boolean shown = judgements.apply(finding).evidenced() || finding.evidenceCount() > 0;
        return word.equals("confirmed") && shown ? Assurance.verified : whole.assurance();
    }

    /** The assessment whose finding holds; null when none does. */
    private CommitmentEvent finding(StatusDecision whole, LocalDate day) {
        CommitmentEvent finding = null;
        for (CommitmentEvent assessment : by(day)) {
            // Rule 6.6: an assessment without a finding leaves the one before.
            if (!assessment.body().has("finding")) continue;
            // Rules 6.4 and 6.5: it holds where exactly that decides which it judged.
            // Rule 6.7: of those that hold, the one with the latest day, and of one day the one recorded last.
            if (judgements.apply(assessment).ids().equals(whole.ids())) finding = assessment;
        }
        return finding;
    }
}
