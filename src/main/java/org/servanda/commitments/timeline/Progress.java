package org.servanda.commitments.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.servanda.commitments.AssessmentResult;
import org.servanda.commitments.Assurance;
import org.servanda.commitments.Freshness;
import org.servanda.commitments.LastUpdate;
import org.servanda.commitments.Status;

/**
 * The progress of a commitment on a day. Stored as JSON with these names.
 * Stated a second time, independently, in {@code org.servanda.verify.Progress}.
 *
 * @param since the day from which the status holds
 * @param percent 0 to 100, as the last update that states a percent has it; null while there is none
 * @param percentOn effective date of that update
 * @param reported whether an update counts for its freshness
 * @param reportDue the last day before the next update, or the first one, is due
 * @param successor code of the commitment that supersedes it, null unless superseded
 * @param stated whether the status is the one read off the text, so that its basis is a quote
 * @param lastUpdate the last update, null when there is none
 * @param assessment the result of the last assessment, null when there is none
 * @param evidence number of items of evidence (rule 7.1)
 * @param parties the progress of each party that has its own, by code; null when no party has
 */
public record Progress(
        Status status,
        LocalDate since,
        Integer percent,
        LocalDate percentOn,
        Assurance assurance,
        boolean reported,
        LocalDate reportDue,
        String successor,
        boolean stated,
        LastUpdate lastUpdate,
        AssessmentResult assessment,
        int evidence,
        List<PartyProgress> parties) {

    public static Builder builder() {
        return new Builder();
    }

    /** The same progress as assessments and evidence leave it. */
    Progress withAssessment(Assurance assessedAssurance, AssessmentResult result, int evidenceCount) {
        return new Builder(this)
                .assurance(assessedAssurance)
                .assessment(result)
                .evidence(evidenceCount)
                .build();
    }

    public Freshness freshness(LocalDate day) {
        return Freshness.of(status, reported, reportDue, day);
    }

    public AssessmentResult assessed() {
        return assessment == null ? AssessmentResult.not_assessed : assessment;
    }

    public Optional<PartyProgress> ofParty(String party) {
        return parties == null
                ? Optional.empty()
                : parties.stream()
                        .filter(progress -> progress.party().equals(party))
                        .findFirst();
    }

    /** Builds a progress by the names of its components: several have one type, so that positions are easily swapped. */
    public static final class Builder {

        private Status status;
        private LocalDate since;
        private Integer percent;
        private LocalDate percentOn;
        private Assurance assurance;
        private boolean reported;
        private LocalDate reportDue;
        private String successor;
        private boolean stated;
        private LastUpdate lastUpdate;
        private AssessmentResult assessment;
        private int evidence;
        private List<PartyProgress> parties;

        private Builder() {}

        private Builder(Progress progress) {
            status = progress.status;
            since = progress.since;
            percent = progress.percent;
            percentOn = progress.percentOn;
            assurance = progress.assurance;
            reported = progress.reported;
            reportDue = progress.reportDue;
            successor = progress.successor;
            stated = progress.stated;
            lastUpdate = progress.lastUpdate;
            assessment = progress.assessment;
            evidence = progress.evidence;
            parties = progress.parties;
        }

        public Builder status(Status value) {
            status = value;
            return this;
        }

        public Builder since(LocalDate value) {
            since = value;
            return this;
        }

        public Builder percent(Integer value) {
            percent = value;
            return this;
        }

        public Builder percentOn(LocalDate value) {
            percentOn = value;
            return this;
        }

        public Builder assurance(Assurance value) {
            assurance = value;
            return this;
        }

        public Builder reported(boolean value) {
            reported = value;
            return this;
        }

        public Builder reportDue(LocalDate value) {
            reportDue = value;
            return this;
        }

        public Builder successor(String value) {
            successor = value;
            return this;
        }

        public Builder stated(boolean value) {
            stated = value;
            return this;
        }

        public Builder lastUpdate(LastUpdate value) {
            lastUpdate = value;
            return this;
        }

        public Builder assessment(AssessmentResult value) {
            assessment = value;
            return this;
        }

        public Builder evidence(int value) {
            evidence = value;
            return this;
        }

        public Builder parties(List<PartyProgress> value) {
            parties = value;
            return this;
        }

        public Progress build() {
            return new Progress(
                    status,
                    since,
                    percent,
                    percentOn,
                    assurance,
                    reported,
                    reportDue,
                    successor,
                    stated,
                    lastUpdate,
                    assessment,
                    evidence,
                    parties);
        }
    }
}
