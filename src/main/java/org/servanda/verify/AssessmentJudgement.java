package org.servanda.verify;

import java.util.Set;

/**
 * What an assessment judged. States again {@code org.servanda.commitments.timeline.AssessmentJudgement} in the register's
 * program.
 *
 * @param ids of the statements that decided the whole then
 * @param evidenced whether these had evidence then
 */
record AssessmentJudgement(Set<String> ids, boolean evidenced) {

    static final AssessmentJudgement NOTHING = new AssessmentJudgement(Set.of(), false);

    static AssessmentJudgement of(StatusDecision decision) {
        return new AssessmentJudgement(decision.ids(), decision.assurance() == Assurance.evidenced);
    }
}
