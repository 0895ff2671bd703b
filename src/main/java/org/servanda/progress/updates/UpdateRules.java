package org.servanda.progress.updates;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.Caller;
import org.servanda.commitments.Commitment;
import org.servanda.commitments.CommitmentText;
import org.servanda.commitments.Commitments;
import org.servanda.commitments.Status;
import org.servanda.commitments.standings.AssignedParties;
import org.servanda.commitments.standings.StandingProjection;
import org.servanda.files.EvidenceFiles;
import org.servanda.instruments.Instruments;
import org.servanda.ledger.ReadPoints;
import org.servanda.progress.Evidence;
import org.servanda.time.RegisterCalendar;
import org.servanda.web.BodyValidation;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;

/** Judges an update: whether it says all it must, and whether it fits what was reported before and after it. */
@ApplicationScoped
public class UpdateRules {

    /** Nobody moves a commitment there without showing something for it (rule 2.11). */
    private static final Set<Status> NEEDS_EVIDENCE = EnumSet.of(Status.operational, Status.completed);

    private static final Set<Status> NEEDS_REASON = EnumSet.of(Status.suspended, Status.cancelled, Status.superseded);

    private final StandingProjection projection;
    private final Commitments commitments;
    private final Instruments instruments;
    private final AssignedParties assignedParties;
    private final ReadPoints readPoints;
    private final EvidenceFiles files;
    private final RegisterCalendar calendar;
    private final Clock clock;

    UpdateRules(
            StandingProjection projection,
            Commitments commitments,
            Instruments instruments,
            AssignedParties assignedParties,
            ReadPoints readPoints,
            EvidenceFiles files,
            RegisterCalendar calendar,
            Clock clock) {
        this.projection = projection;
        this.commitments = commitments;
        this.instruments = instruments;
        this.assignedParties = assignedParties;
        this.readPoints = readPoints;
        this.files = files;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Everything that is wrong with a report by itself. */
    void check(NewUpdate report, Commitment commitment) {
        BodyValidation bodyValidation = new BodyValidation();
        day(report.effectiveOn(), "/effectiveOn", commitment, bodyValidation);
        bodyValidation.required(report.status(), "/status");
        percent(report, bodyValidation);
        bodyValidation.required(report.narrative(), "/narrative");
        bodyValidation.length(report.narrative(), NewUpdate.LONGEST_NARRATIVE, "/narrative");
        bodyValidation.length(report.reason(), NewUpdate.LONGEST_NARRATIVE, "/reason");
        List<Evidence> evidence = report.evidence() == null ? List.of() : report.evidence();
        if (evidence.isEmpty() && NEEDS_EVIDENCE.contains(report.status()))
            bodyValidation.fault("/evidence", "is missing: " + report.status() + " needs one at least");
        evidence(evidence, bodyValidation);
        if (report.reason() == null && NEEDS_REASON.contains(report.status()))
            bodyValidation.fault("/reason", "is missing: " + report.status() + " needs one");
        if (report.reason() == null && report.corrects() != null)
            bodyValidation.fault("/reason", "is missing: a correction says why");
        party(report, commitment, bodyValidation);
        successor(report, commitment, bodyValidation);
        bodyValidation.throwIfInvalid();
    }

    /** Rule 2.11: what is completed is done. */
    private static void percent(NewUpdate report, BodyValidation bodyValidation) {
        Integer percent = report.percent() == null ? null : report.percent().value();
        if (percent == null) return;
        if (percent < 0 || percent > PercentStatement.MOST)
            bodyValidation.fault("/percent", "must be from 0 to " + PercentStatement.MOST);
        else if (report.status() == Status.completed && percent < PercentStatement.MOST)
            bodyValidation.fault(
                    "/percent", "is " + PercentStatement.MOST + " or left out where the status is completed");
    }

    /** Rule 2.6. */
    private void party(NewUpdate report, Commitment commitment, BodyValidation bodyValidation) {
        if (report.party() == null) return;
        List<String> parties = report.effectiveOn() == null
                ? commitment.text().parties()
                : projection.updateHistory(commitment).reportableParties(report.effectiveOn());
        bodyValidation.code(
                report.party(), parties, "party that " + commitment.code() + " binds or that leads it", "/party");
    }

    /** A day that something can be said of: since the commitment was made, and not to come. */
    public void day(LocalDate day, String pointer, Commitment commitment, BodyValidation bodyValidation) {
        if (!bodyValidation.required(day, pointer)) return;
        LocalDate today = calendar.today();
        if (day.isAfter(today)) bodyValidation.fault(pointer, "has not come yet; today is " + today);
        LocalDate adopted =
                instruments.byCode(commitment.instrument()).view().adopted().date();
        if (day.isBefore(adopted)) bodyValidation.fault(pointer, "is before the commitment was made, on " + adopted);
    }

    public void evidence(List<Evidence> evidence, BodyValidation bodyValidation) {
        if (evidence.size() > NewUpdate.MOST_EVIDENCE)
            bodyValidation.fault("/evidence", "holds more than " + NewUpdate.MOST_EVIDENCE);
        for (int i = 0; i < evidence.size(); i++) {
            String pointer = "/evidence/" + i;
            if (bodyValidation.required(evidence.get(i), pointer)) evidence(evidence.get(i), pointer, bodyValidation);
        }
    }

    public void evidence(Evidence evidence, String pointer, BodyValidation bodyValidation) {
        evidence.check(pointer, calendar.today(), clock.instant(), bodyValidation);
        if (evidence.file() != null && !files.exists(evidence.file()))
            bodyValidation.fault(pointer + "/file", "there is no such file here; upload it first, POST /api/v1/files");
    }

    private void successor(NewUpdate report, Commitment commitment, BodyValidation bodyValidation) {
        String successor = report.successor();
        if (report.status() != Status.superseded) {
            if (successor != null) bodyValidation.fault("/successor", "belongs to the status superseded only");
            return;
        }
        if (!bodyValidation.required(successor, "/successor")) return;
        if (successor.equals(commitment.code())) bodyValidation.fault("/successor", "cannot be the commitment itself");
        else if (commitments.findByCode(successor).isEmpty())
            bodyValidation.fault("/successor", "there is no commitment " + successor);
    }

    /** Why a waiting report cannot be accepted any more: all that is asked of a new one is asked again (rule 2.10). */
    public Optional<Fault> obstacle(UpdateBody report, Commitment commitment) {
        try {
            check(NewUpdate.of(report), commitment);
        } catch (ProblemException problem) {
            return problem.faults().stream().findFirst();
        }
        String party = Caller.focalPointIn(report.submittedBy());
        if (party != null && !concerned(commitment).contains(party))
            return Optional.of(Fault.body(
                    "/party", party + " neither is bound by " + commitment.code() + " nor leads or supports it now"));
        return objection(report, commitment).map(UpdateObjection::fault);
    }

    /** What speaks against a report as things stand; none when it can be recorded. */
    Optional<UpdateObjection> objection(UpdateBody report, Commitment commitment) {
        return UpdateObjection.to(report, projection.updateHistory(commitment));
    }

    /** The parties for which someone may report on a commitment now (rule 2.14). */
    Set<String> concerned(Commitment commitment) {
        return concerned(commitment.text(), assignedParties.of(commitment.code(), readPoints.now()));
    }

    /** The parties for which someone may report on a commitment: bound, stated or assigned to lead or to support. */
    private static Set<String> concerned(CommitmentText commitmentText, Set<String> assigned) {
        Set<String> parties = new TreeSet<>(commitmentText.parties());
        parties.addAll(commitmentText.supporting());
        if (commitmentText.owner().parties() != null)
            parties.addAll(commitmentText.owner().parties());
        parties.addAll(assigned);
        return parties;
    }
}
