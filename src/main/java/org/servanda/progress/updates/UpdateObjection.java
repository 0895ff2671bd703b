package org.servanda.progress.updates;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.servanda.access.Caller;
import org.servanda.commitments.Status;
import org.servanda.commitments.timeline.StatusHistory.DatedStatus;
import org.servanda.commitments.timeline.StatusHistory.IllegalTransition;
import org.servanda.commitments.timeline.UpdateHistory;
import org.servanda.commitments.timeline.UpdateHistory.CorrectableUpdate;
import org.servanda.commitments.timeline.UpdateHistory.ProposedUpdate;
import org.servanda.commitments.timeline.UpdateHistory.TransitionViolation;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/**
 * Why a report cannot stand among those that were recorded: whom it speaks for, what it corrects, what it would move. Asked
 * when it is sent and again when it is accepted (rule 2.10).
 *
 * @param reason which of the reasons for a refusal it is when the report is sent
 * @param fault what is wrong, where, and what to do instead
 */
record UpdateObjection(ProblemType reason, Fault fault) {

    ProblemException refusal() {
        return new ProblemException(reason, fault.message() + ".", List.of(fault));
    }

    /** What speaks against a report; none when it can be recorded. */
    static Optional<UpdateObjection> to(UpdateBody report, UpdateHistory history) {
        return unnamed(report, history)
                .or(() -> beyondItsScope(report, history))
                .or(() -> illegal(report, history));
    }

    /** Rule 4.3: where a report about the whole would speak for each party, a focal point names its own. */
    private static Optional<UpdateObjection> unnamed(UpdateBody report, UpdateHistory history) {
        String focalPoint = Caller.focalPointIn(report.submittedBy());
        boolean forEach = focalPoint != null
                && report.party() == null
                && report.corrects() == null
                && history.speaksForEach(report.effectiveOn());
        if (forEach && !history.reportableParties(report.effectiveOn()).contains(focalPoint))
            return Optional.of(new UpdateObjection(
                    ProblemType.FORBIDDEN,
                    Fault.body(
                            "/party",
                            "Here the whole follows from the parties bound, and " + focalPoint
                                    + " is none of them; tell the secretariat, which reports about the whole")));
        return forEach
                ? Optional.of(new UpdateObjection(
                        ProblemType.FORBIDDEN,
                        Fault.body(
                                "/party",
                                "Here a report about the whole speaks for each party; report again with the party you speak for, "
                                        + focalPoint)))
                : Optional.empty();
    }

    /** Rules 3.1, 3.2 and 3.3, so that rule 3.4 holds. */
    private static Optional<UpdateObjection> beyondItsScope(UpdateBody report, UpdateHistory history) {
        if (report.corrects() == null) return Optional.empty();
        String focalPoint = Caller.focalPointIn(report.submittedBy());
        Optional<CorrectableUpdate> corrected = corrected(report, history);
        Predicate<CorrectableUpdate> mine = its -> mayCorrect(focalPoint, its, report.effectiveOn(), history);
        Predicate<CorrectableUpdate> alike = its -> Objects.equals(its.party(), report.party());
        if (corrected.filter(mine.and(alike)).isPresent()) return Optional.empty();
        String why = corrected
                .map(its -> alike.test(its) ? ofAnother(its, focalPoint) : ofOtherScope(its, report))
                .orElse(report.corrects() + " is not an accepted update that still counts here");
        List<String> correctable = history.correctable().stream()
                .filter(mine.and(alike))
                .map(CorrectableUpdate::id)
                .toList();
        return Optional.of(new UpdateObjection(
                ProblemType.ILLEGAL_MOVE, Fault.body("/corrects", why).allowing(correctable, "")));
    }

    /** Rule 3.3. */
    private static boolean mayCorrect(String focalPoint, CorrectableUpdate its, LocalDate day, UpdateHistory history) {
        if (focalPoint == null || focalPoint.equals(its.speaker())) return true;
        LocalDate first = its.effectiveOn().isBefore(day) ? its.effectiveOn() : day;
        return its.speaker() == null && history.speaksForNoneFrom(first);
    }

    private static Optional<CorrectableUpdate> corrected(UpdateBody report, UpdateHistory history) {
        return history.correctable().stream()
                .filter(its -> its.id().equals(report.corrects()))
                .findFirst();
    }

    private static String ofOtherScope(CorrectableUpdate its, UpdateBody report) {
        String scope = its.party() == null
                ? " is about the commitment as a whole, and so is its correction"
                : " is about " + its.party() + " alone, and so is its correction";
        String instead = report.party() == null
                ? "; name " + its.party() + " as party, or report without corrects"
                : "; to say where " + report.party() + " stands, report for it without corrects";
        return its.id() + scope + instead;
    }

    private static String ofAnother(CorrectableUpdate its, String focalPoint) {
        String whose = its.speaker() == null ? "the secretariat" : its.speaker();
        return its.id() + " is what " + whose + " reported, for the secretariat to correct; report for " + focalPoint
                + " without corrects";
    }

    private static Optional<UpdateObjection> illegal(UpdateBody report, UpdateHistory history) {
        Optional<CorrectableUpdate> corrected = corrected(report, history);
        String focalPoint = Caller.focalPointIn(report.submittedBy());
        String own = report.party() != null ? report.party() : focalPoint;
        String speaker =
                own != null ? own : corrected.map(CorrectableUpdate::speaker).orElse(null);
        boolean mayReopen = focalPoint == null && report.reason() != null;
        DatedStatus datedStatus =
                new DatedStatus(report.effectiveOn(), report.status(), report.id(), mayReopen, focalPoint != null);
        return history.firstViolation(new ProposedUpdate(datedStatus, report.party(), speaker, report.corrects()))
                .map(transitionViolation -> explain(transitionViolation, focalPoint != null));
    }

    private static UpdateObjection explain(TransitionViolation transitionViolation, boolean byFocalPoint) {
        IllegalTransition illegalTransition = transitionViolation.transition();
        if (byFocalPoint && illegalTransition.reopens() && !illegalTransition.late())
            return new UpdateObjection(
                    ProblemType.FORBIDDEN,
                    Fault.body(
                            "/status",
                            "Only the secretariat takes up again what was closed" + since(illegalTransition.from())));
        Status from = illegalTransition.from().status();
        Status to = illegalTransition.to().status();
        String whose = transitionViolation.party() == null ? "it" : transitionViolation.party();
        String where = illegalTransition.late()
                ? "the later report " + illegalTransition.to().updateId() + " would become a move from " + from + " to "
                        + to
                : whose + " stood at " + from + since(illegalTransition.from()) + ", from where it cannot become " + to;
        String why = !illegalTransition.reopens()
                ? ""
                : illegalTransition.late()
                        ? "; only the secretariat has what was closed taken up again, with a reason"
                        : "; to take up again what was closed needs a reason";
        Fault fault = Fault.body("/status", where + why);
        // What fits between two reports is for who reports to find; what follows on one can be listed.
        return new UpdateObjection(
                ProblemType.ILLEGAL_MOVE,
                illegalTransition.late() ? fault : fault.allowing(following(from), to.name()));
    }

    private static List<String> following(Status from) {
        Set<Status> following = EnumSet.noneOf(Status.class);
        following.addAll(from.next());
        if (!from.open()) following.add(Status.in_progress);
        return following.stream().map(Status::name).sorted().toList();
    }

    private static String since(DatedStatus datedStatus) {
        return datedStatus.updateId() == null
                ? " by its text"
                : " since " + datedStatus.effectiveOn() + " (" + datedStatus.updateId() + ")";
    }
}
